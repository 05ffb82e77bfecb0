import { main } from './main.ts'

// `wordmill show | head` closes the pipe early. Whoever waits for the write is told; others go on writing to nobody.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
})

process.exitCode = await main(process.argv.slice(2))

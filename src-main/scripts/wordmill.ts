import process from 'node:process'

/** The command line from a checkout: builds the dictionary first for the commands that need it, then runs. */
const NEEDS_DICTIONARY = ['run', 'watch', 'serve']

const [command = '', ...rest] = process.argv.slice(2)
if (NEEDS_DICTIONARY.includes(command) && !rest.includes('--help') && !rest.includes('-h')) {
  const { buildDictionary } = await import('../providers/offline/build-dictionary.ts')
  await buildDictionary({ report: (text: string) => process.stderr.write(`${text}\n`) })
}
await import('../shells/terminal/index.ts')

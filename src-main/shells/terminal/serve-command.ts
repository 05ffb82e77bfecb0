import { startBrowserShell } from '../browser/start-browser-shell.ts'
import type { Arguments } from './arguments.ts'

/** `wordmill serve`: engine and page without a window, until Ctrl-C. */
export async function serveCommand(
  { port, isJson }: Arguments,
  { library, dictionary }: { library: string; dictionary: string },
): Promise<number> {
  const shell = await startBrowserShell({ library, dictionary, ...(port !== undefined && { port }) })
  process.stdout.write(
    isJson
      ? `${JSON.stringify({ url: shell.url })}\n`
      : `Wordmill is at ${shell.url}\nThis address works once. Ctrl-C stops.\n`,
  )
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve())
  })
  await shell.close()
  return 0
}

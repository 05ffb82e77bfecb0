import { spawn } from 'node:child_process'

type Command = readonly [program: string, ...args: string[]]

/** The program that opens an address in the default browser, or undefined when there is nothing to show it on. */
export function openCommand(
  url: string,
  platform: NodeJS.Platform,
  env: Readonly<Record<string, string | undefined>>,
): Command | undefined {
  if (platform === 'darwin') return ['open', url]
  // Not `start`: that is a word of the command shell, which would read the address as code.
  if (platform === 'win32') return ['rundll32', 'url.dll,FileProtocolHandler', url]
  return env.DISPLAY || env.WAYLAND_DISPLAY ? ['xdg-open', url] : undefined
}

/** Opens an address in the default browser. Answers whether something took it. */
export async function openInBrowser(url: string): Promise<boolean> {
  const command = openCommand(url, process.platform, process.env)
  if (command === undefined) return false
  const [program, ...args] = command
  const { promise, resolve } = Promise.withResolvers<boolean>()
  const child = spawn(program, args, { stdio: 'ignore', detached: true })
  child.once('error', () => resolve(false))
  child.once('exit', (code) => resolve(code === 0))
  // xdg-open may stay for as long as the browser does; still there after this long means that it found one.
  setTimeout(() => resolve(true), 5_000).unref()
  child.unref()
  return promise
}

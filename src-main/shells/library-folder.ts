import { homedir } from 'node:os'
import { isAbsolute, join, resolve } from 'node:path'

export interface Surroundings {
  readonly platform: NodeJS.Platform
  readonly env: Readonly<Record<string, string | undefined>>
  readonly home: string
}

const here: Surroundings = { platform: process.platform, env: process.env, home: homedir() }

/** Where this system keeps the data of a person's programs, with Wordmill's own folder in it. */
export function dataFolder({ platform, env, home }: Surroundings = here): string {
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'Wordmill')
  if (platform === 'win32') return join(env.APPDATA || join(home, 'AppData', 'Roaming'), 'Wordmill')
  const shared = env.XDG_DATA_HOME
  // The XDG rule: a relative path is to be ignored.
  return join(shared !== undefined && isAbsolute(shared) ? shared : join(home, '.local', 'share'), 'wordmill')
}

/**
 * The folder of the library: the same for the window, the browser and the terminal, so that they see the same jobs.
 * `WORDMILL_LIBRARY` names another one.
 */
export function libraryFolder(surroundings: Surroundings = here): string {
  const chosen = surroundings.env.WORDMILL_LIBRARY
  return chosen ? resolve(chosen) : join(dataFolder(surroundings), 'library')
}

/**
 * Where the desktop app keeps what its window remembers. It also decides which instances are "the same": one for
 * every library.
 */
export function windowFolder(surroundings: Surroundings = here): string {
  return surroundings.env.WORDMILL_LIBRARY
    ? join(libraryFolder(surroundings), 'window')
    : join(dataFolder(surroundings), 'window')
}

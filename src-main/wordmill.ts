import type { Router } from './api/router.ts'
import type { Shell } from './api/shell.ts'

export interface WordmillOptions {
  /** Folder of the library; created when it does not exist. */
  readonly library: string
  /** The built dictionary file. */
  readonly dictionary: string
  readonly shell: Shell
}

export interface Wordmill {
  readonly router: Router
  /** Stops taking work, waits up to 5 s for calls in flight, aborts the rest, commits and closes. Safe to call twice. */
  close(): Promise<void>
}

/** Opens a library and everything that works on it. Every shell calls this and nothing else. */
export async function openWordmill(_options: WordmillOptions): Promise<Wordmill> {
  throw new Error('not built yet')
}

import { randomUUID } from 'node:crypto'
import { basename } from 'node:path'

export interface FileHandle {
  /** Names the file in `lists.inspect`; random, so that it cannot be guessed. */
  readonly handle: string
  readonly name: string
}

/** The most files remembered at a time; dropping a folder of more than this needs a new drop for the rest. */
const MAX_HANDLES = 1_000

/**
 * Capabilities instead of paths: main keeps the path of a file a person chose and hands the page a random handle.
 * The oldest handle is forgotten when there are more than 1,000.
 */
export class FileHandles {
  readonly #paths = new Map<string, string>()

  issue(path: string): FileHandle {
    const handle = randomUUID()
    this.#paths.set(handle, path)
    if (this.#paths.size > MAX_HANDLES) {
      const oldest = this.#paths.keys().next().value
      if (oldest !== undefined) this.#paths.delete(oldest)
    }
    return { handle, name: basename(path) }
  }

  /** The path behind a handle, or undefined for one that was never issued or is forgotten. */
  resolve(handle: string): string | undefined {
    return this.#paths.get(handle)
  }
}

/**
 * What a page and its shell agree on beside the contract. The page knows two shells: with `window.wordmill` it is in
 * the desktop app, without it in the browser, where the same things go over HTTP and a WebSocket on its own origin.
 */

/** A file the person gave to Wordmill. The page never learns where the file is. */
export interface ClaimedFile {
  /** What `lists.inspect` takes as `source.handle`. */
  readonly handle: string
  readonly name: string
}

/** What the preload of the desktop app exposes as `window.wordmill`. */
export interface PageBridge {
  /** Exchanges dropped or chosen files for handles, in the same order. */
  claimFiles(files: File[]): Promise<ClaimedFile[]>
}

/**
 * Desktop: the page posts this to its own window together with one MessagePort, and talks the contract over the
 * other end: `window.postMessage(CONNECT_MESSAGE, location.origin, [port])`.
 */
export const CONNECT_MESSAGE = 'connect'

/** Desktop: what the preload invokes to exchange file paths for handles. */
export const CLAIM_FILES_CHANNEL = 'claim-files'

/** Desktop: what main answers. Data, not an exception: Electron would bury its sentence in one of its own. */
export type ClaimAnswer = { readonly files: ClaimedFile[] } | { readonly refusal: string }

/** Browser: the WebSocket that carries the contract. */
export const RPC_PATH = '/rpc'

/** Browser: `POST /files?name=words.txt` with the file as body answers with a `ClaimedFile`. */
export const FILES_PATH = '/files'

/** Browser: largest file that can be uploaded. */
export const MAX_UPLOAD_BYTES = 256 * 1024 * 1024

declare global {
  interface Window {
    readonly wordmill?: PageBridge
  }
}

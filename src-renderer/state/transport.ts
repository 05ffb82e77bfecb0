import type { ClientLink } from '@orpc/client'
import type { ClaimedFile } from '../../src-preload/page-bridge.ts'

/** Calls carry no context of their own: who may call is settled when the transport opens. */
export type CallContext = Record<never, never>
export type WordmillLink = ClientLink<CallContext>

/** One open way to main. It lives until it closes and is then replaced, never repaired. */
export interface Transport {
  readonly link: WordmillLink
  /** Settles when calls can be made; rejects when the transport never opened. */
  readonly opened: Promise<void>
  /** Settles when calls can no longer be made, whoever closed it. */
  readonly closed: Promise<void>
}

/** What differs between the desktop window and a browser tab; nothing else in the page knows which it is. */
export interface ShellBridge {
  /** What to tell the person when main stays away. */
  readonly goneSentence: string
  openTransport(): Transport
  claimFile(file: File): Promise<ClaimedFile>
}

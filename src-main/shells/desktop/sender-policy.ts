import { isPageUrl } from './page-url.ts'

/** What is known of the frame a message came from. */
export interface SenderFrame {
  readonly url: string
  readonly parent: unknown
  readonly detached: boolean
}

export type SenderRefusal = 'SENDER_GONE' | 'SENDER_IN_FRAME' | 'SENDER_FOREIGN'

/**
 * Why a message from the window is refused, or undefined when it may be answered: only the main frame, showing a page
 * of ours. The frame is null when it navigated or was closed since it sent the message.
 */
export function refuseSender(frame: SenderFrame | null): SenderRefusal | undefined {
  if (frame === null || frame.detached) return 'SENDER_GONE'
  if (frame.parent !== null) return 'SENDER_IN_FRAME'
  return isPageUrl(frame.url) ? undefined : 'SENDER_FOREIGN'
}

import { isAbsolute } from 'node:path'
import { RPCHandler } from '@orpc/server/message-port'
import type { IpcMainEvent, IpcMainInvokeEvent, MessagePortMain, WebContents } from 'electron'
import { CLAIM_FILES_CHANNEL, type ClaimAnswer, CONNECT_MESSAGE } from '../../../src-preload/page-bridge.ts'
import type { FileHandles } from '../../api/file-handles.ts'
import type { Router } from '../../api/router.ts'
import { refuseSender } from './sender-policy.ts'

const MAX_FILES = 1_000

/**
 * Everything the window's page can say to main: connect a port that carries the contract, and exchange dropped files
 * for handles. Listens on the window's own contents, so no other window can reach it.
 */
export function acceptConnections(contents: WebContents, router: Router, files: FileHandles): void {
  const handler = new RPCHandler(router)
  let current: MessagePortMain | undefined

  contents.ipc.on(CONNECT_MESSAGE, (event) => {
    const [port] = event.ports
    if (port === undefined) return
    if (isRefused(event, CONNECT_MESSAGE)) return port.close()
    // A page that was loaded again connects again; it is one page all the same.
    current?.close()
    current = port
    handler.upgrade(port)
    port.start()
  })

  contents.ipc.handle(CLAIM_FILES_CHANNEL, (event, paths: unknown): ClaimAnswer => {
    return isRefused(event, CLAIM_FILES_CHANNEL) ? { refusal: 'Refused.' } : claimFiles(paths, files)
  })
}

function isRefused(event: IpcMainEvent | IpcMainInvokeEvent, channel: string): boolean {
  // Read at once: after the first await the frame may be gone and reads as null.
  const refusal = refuseSender(event.senderFrame)
  if (refusal !== undefined) console.error(`[desktop] ${refusal} on ${channel}`)
  return refusal !== undefined
}

/** Answers handles for paths, or why not. Paths come from the page's process and are not believed. */
export function claimFiles(paths: unknown, files: FileHandles): ClaimAnswer {
  if (!Array.isArray(paths) || paths.length > MAX_FILES) {
    return { refusal: `At most ${MAX_FILES} files can be added at once.` }
  }
  // A File that a script made up has no path.
  if (!paths.every((path: unknown) => typeof path === 'string' && isAbsolute(path))) {
    return { refusal: 'This is not a file on this computer. Save it first, then add it.' }
  }
  return { files: paths.map((path: string) => files.issue(path)) }
}

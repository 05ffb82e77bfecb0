import { isAbsolute } from 'node:path'
import { RPCHandler } from '@orpc/server/message-port'
import type { IpcMainEvent, IpcMainInvokeEvent, MessagePortMain, WebContents } from 'electron'
import { WordmillError } from '../../../src-preload/errors.ts'
import { CLAIM_FILES_CHANNEL, type ClaimedFile, CONNECT_MESSAGE } from '../../../src-preload/page-bridge.ts'
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

  contents.ipc.handle(CLAIM_FILES_CHANNEL, (event, paths: unknown) => {
    if (isRefused(event, CLAIM_FILES_CHANNEL)) throw new WordmillError('BAD_REQUEST', 'Refused.')
    return claimFiles(paths, files)
  })
}

function isRefused(event: IpcMainEvent | IpcMainInvokeEvent, channel: string): boolean {
  // Read at once: after the first await the frame may be gone and reads as null.
  const refusal = refuseSender(event.senderFrame)
  if (refusal !== undefined) console.error(`[desktop] ${refusal} on ${channel}`)
  return refusal !== undefined
}

function claimFiles(paths: unknown, files: FileHandles): ClaimedFile[] {
  if (!Array.isArray(paths) || paths.length > MAX_FILES) {
    throw new WordmillError('BAD_REQUEST', `At most ${MAX_FILES} files can be added at once.`)
  }
  return paths.map((path: unknown) => {
    // A File that a script made up has no path.
    if (typeof path !== 'string' || !isAbsolute(path)) {
      throw new WordmillError('FILE_NOT_READABLE', 'This is not a file on this computer.')
    }
    return files.issue(path)
  })
}

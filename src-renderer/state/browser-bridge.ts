import { RPCLink } from '@orpc/client/websocket'
import { type ClaimedFile, FILES_PATH, RPC_PATH } from '../../src-preload/page-bridge.ts'
import type { CallContext, ShellBridge, Transport } from './transport.ts'

/** Reaches main over a WebSocket on the page's own origin, and gives it files by uploading them. */
export function createBrowserBridge(origin: Location): ShellBridge {
  return {
    // A new start listens on another port: this page would not find it.
    goneSentence: 'Wordmill is not running any more. Start it again and open the address it prints.',
    openTransport: () => openTransport(origin),
    claimFile,
  }
}

function openTransport(origin: Location): Transport {
  const scheme = origin.protocol === 'https:' ? 'wss' : 'ws'
  const socket = new WebSocket(`${scheme}://${origin.host}${RPC_PATH}`)
  const closed = new Promise<void>((resolve) => socket.addEventListener('close', () => resolve(), { once: true }))
  const opened = new Promise<void>((resolve, reject) => {
    socket.addEventListener('open', () => resolve(), { once: true })
    socket.addEventListener('close', () => reject(new Error('The connection did not open.')), { once: true })
  })
  return { link: new RPCLink<CallContext>({ websocket: socket }), opened, closed }
}

async function claimFile(file: File): Promise<ClaimedFile> {
  const response = await fetch(`${FILES_PATH}?name=${encodeURIComponent(file.name)}`, { method: 'POST', body: file })
  if (!response.ok) throw new Error(await refusal(response, file.name))
  return (await response.json()) as ClaimedFile
}

/** The shell's own sentence where it gave one. */
async function refusal(response: Response, name: string): Promise<string> {
  const fallback = `“${name}” could not be read (${response.status}). Choose it again or paste its words.`
  try {
    const body: unknown = await response.json()
    const hasMessage = typeof body === 'object' && body !== null && 'message' in body
    return hasMessage && typeof body.message === 'string' ? body.message : fallback
  } catch {
    return fallback
  }
}

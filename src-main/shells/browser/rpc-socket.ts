import type { IncomingMessage, Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { RPCHandler } from '@orpc/server/ws'
import { type WebSocket, WebSocketServer } from 'ws'
import { RPC_PATH } from '../../../src-preload/page-bridge.ts'
import type { Router } from '../../api/router.ts'
import type { Access } from './access.ts'
import { requestUrl } from './request-url.ts'

/** A paste of 20 million characters in any script, as JSON in UTF-8. */
const MAX_MESSAGE_BYTES = 96 * 1024 * 1024
/** Tabs open at the same time. */
const MAX_SOCKETS = 32
const HEARTBEAT = 30_000

/** Serves the contract to the page over a WebSocket. Answers a function that closes every connection. */
export function serveRpcSocket(server: Server, router: Router, access: Access): () => void {
  const handler = new RPCHandler(router)
  const sockets = new WebSocketServer({ noServer: true, maxPayload: MAX_MESSAGE_BYTES, perMessageDeflate: false })

  server.on('upgrade', (request: IncomingMessage, stream: Duplex, head: Buffer) => {
    stream.on('error', () => stream.destroy())
    const refusal = access.refuseHost(request) ?? access.refuseOrigin(request) ?? access.refuseSession(request)
    if (refusal !== undefined) return refuseUpgrade(stream, '403 Forbidden', refusal.code)
    if (requestUrl(request)?.pathname !== RPC_PATH) return refuseUpgrade(stream, '404 Not Found', 'BAD_REQUEST')
    if (sockets.clients.size >= MAX_SOCKETS) return refuseUpgrade(stream, '503 Service Unavailable', 'TOO_MANY_TABS')
    sockets.handleUpgrade(request, stream, head, (socket) => {
      socket.on('error', (error) => console.error('[browser] SOCKET', error.message))
      keepAlive(socket)
      void handler.upgrade(socket)
    })
  })

  return () => {
    for (const socket of sockets.clients) {
      socket.close(1001, 'Wordmill is closing')
      // Does not wait for the page to answer: a page that hangs must not hold the program.
      socket.terminate()
    }
    sockets.close()
  }
}

/** Ends a connection whose other side vanished without saying so (a laptop that went to sleep). */
function keepAlive(socket: WebSocket): void {
  let isAlive = true
  socket.on('pong', () => {
    isAlive = true
  })
  const beat = setInterval(() => {
    if (!isAlive) return socket.terminate()
    isAlive = false
    socket.ping()
  }, HEARTBEAT)
  socket.on('close', () => clearInterval(beat))
}

function refuseUpgrade(stream: Duplex, status: string, code: string): void {
  console.error(`[browser] refused a connection: ${code}`)
  const body = JSON.stringify({ code, message: 'This connection is refused.' })
  stream.end(
    `HTTP/1.1 ${status}\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\nconnection: close\r\n\r\n${body}`,
  )
}

import { createHash } from 'node:crypto'
import { chmodSync, lstatSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { RPCHandler } from '@orpc/server/ws'
import { WebSocketServer } from 'ws'
import type { Router } from './router.ts'

/** Longest path a Unix socket may have on every system that has them, in bytes. */
const MAX_SOCKET_PATH = 100
/** A submission of a million words is about 20 MB of JSON. */
const MAX_MESSAGE = 128 * 1024 * 1024

export interface ControlSocket {
  close(): Promise<void>
}

/** Where the owner of a library can be reached: written beside the library, readable by its user only. */
function addressFile(library: string): string {
  return join(library, 'engine.socket')
}

/**
 * Serves the router on a Unix socket (a named pipe on Windows), so that the terminal can talk to the process that
 * holds the library. Only the same user can connect: the socket's folder and file belong to them alone.
 */
export async function openControlSocket(library: string, router: Router): Promise<ControlSocket> {
  const path = chooseAddress(library)
  // A crash leaves the file behind, and the lock says that nobody listens on it any more.
  if (process.platform !== 'win32') rmSync(path, { force: true })
  const server = createServer((_request, response) => {
    response.writeHead(426).end()
  })
  const sockets = new WebSocketServer({ server, maxPayload: MAX_MESSAGE })
  const handler = new RPCHandler(router)
  sockets.on('connection', (socket) => {
    handler.upgrade(socket)
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(path, resolve)
  })
  if (process.platform !== 'win32') chmodSync(path, 0o600)
  writeFileSync(addressFile(library), path, { mode: 0o600 })
  return {
    async close() {
      rmSync(addressFile(library), { force: true })
      for (const socket of sockets.clients) socket.terminate()
      await new Promise((resolve) => server.close(resolve))
      if (process.platform !== 'win32' && dirname(path) !== library)
        rmSync(dirname(path), { recursive: true, force: true })
    },
  }
}

/** The address of the process that holds the library, or undefined when none left one. */
export function findControlSocket(library: string): string | undefined {
  try {
    return readFileSync(addressFile(library), 'utf8')
  } catch {
    return undefined
  }
}

function chooseAddress(library: string): string {
  if (process.platform === 'win32') {
    return `\\\\.\\pipe\\wordmill-${createHash('sha256').update(library).digest('hex').slice(0, 32)}`
  }
  const path = join(library, 'engine.sock')
  if (Buffer.byteLength(path) > MAX_SOCKET_PATH) return join(privateFolder(library), 'engine.sock')
  return path
}

/** A short folder for a long library, the same at every start so that a crash leaves one at most, and ours alone. */
function privateFolder(library: string): string {
  const name = createHash('sha256').update(library).digest('hex').slice(0, 16)
  const folder = join(tmpdir(), `wordmill-${name}`)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const { uid, mode } = lstatSync(folder)
  const isOurs = uid === process.getuid?.() && (mode & 0o077) === 0
  return isOurs ? folder : mkdtempSync(join(tmpdir(), 'wordmill-'))
}

import { setTimeout } from 'node:timers/promises'
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/websocket'
import type { ContractRouterClient } from '@orpc/contract'
import { createRouterClient } from '@orpc/server'
import { WebSocket } from 'ws'
import type { Contract } from '../../../src-preload/contract.ts'
import { WordmillError } from '../../../src-preload/errors.ts'
import { findControlSocket } from '../../api/control-socket.ts'
import { FileHandles } from '../../api/file-handles.ts'
import type { Shell } from '../../api/shell.ts'
import { openWordmill } from '../../wordmill.ts'

export type Client = ContractRouterClient<Contract>

/** A way to talk to the engine of a library: our own, or the one of the process that holds it. */
export interface Session {
  readonly client: Client
  /** Whether the engine runs in this process, so that work stops when it ends. */
  readonly isOwner: boolean
  close(): Promise<void>
}

export interface SessionOptions {
  readonly library: string
  readonly dictionary: string
  readonly mode: 'run' | 'hold'
}

/** A process that has just taken the lock needs a moment until it can be talked to. */
const JOIN_ATTEMPTS = 20
const JOIN_PAUSE = 100

/** The terminal writes its files itself and hands out no handles. */
const terminalShell: Shell = {
  kind: 'terminal',
  files: new FileHandles(),
  deliverExport: async () => ({ kind: 'cancelled' }),
}

/**
 * Opens the library, or joins the process that has it open: then the desktop app does the work and shows it too.
 *
 * @throws WordmillError LIBRARY_IN_USE when its holder can't be reached; what `openWordmill` throws
 */
export async function openSession(options: SessionOptions): Promise<Session> {
  try {
    const wordmill = await openWordmill({ ...options, shell: terminalShell })
    return { client: createRouterClient(wordmill.router), isOwner: true, close: () => wordmill.close() }
  } catch (error) {
    if (!(error instanceof WordmillError) || error.code !== 'LIBRARY_IN_USE') throw error
    const socket = await join(options.library)
    if (socket === undefined) throw error
    return {
      client: createORPCClient(new RPCLink({ websocket: socket as unknown as globalThis.WebSocket })),
      isOwner: false,
      close: async () => socket.close(),
    }
  }
}

async function join(library: string): Promise<WebSocket | undefined> {
  for (let attempt = 0; attempt < JOIN_ATTEMPTS; attempt += 1) {
    const address = findControlSocket(library)
    const socket = address === undefined ? undefined : await connect(address)
    if (socket !== undefined) return socket
    await setTimeout(JOIN_PAUSE)
  }
  return undefined
}

function connect(address: string): Promise<WebSocket | undefined> {
  return new Promise((resolve) => {
    const socket = new WebSocket(`ws+unix:${address}:/`)
    socket.once('open', () => resolve(socket))
    socket.once('error', () => resolve(undefined))
  })
}

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

export interface SessionOptions {
  readonly library: string
  readonly dictionary: string
  readonly mode: 'run' | 'hold'
}

/** A process that has just taken the lock, or is about to give it back, needs a moment; a stop takes up to six seconds. */
const ATTEMPTS = 80
const PAUSE = 100

/** The terminal writes its files itself and hands out no handles. */
const terminalShell: Shell = {
  kind: 'terminal',
  files: new FileHandles(),
  deliverExport: async () => ({ kind: 'cancelled' }),
}

interface Connection {
  readonly client: Client
  readonly isOwner: boolean
  close(): Promise<void>
}

/**
 * A way to talk to the engine of a library: our own, or the one of the process that holds it; then that process does
 * the work and shows it too.
 */
export class Session {
  readonly #options: SessionOptions
  #connection: Connection

  private constructor(options: SessionOptions, connection: Connection) {
    this.#options = options
    this.#connection = connection
  }

  /** @throws WordmillError LIBRARY_IN_USE when its holder can't be reached; what `openWordmill` throws */
  static async open(options: SessionOptions): Promise<Session> {
    return new Session(options, await openConnection(options))
  }

  get client(): Client {
    return this.#connection.client
  }

  /** Whether the engine runs in this process, so that work stops when it ends. */
  get isOwner(): boolean {
    return this.#connection.isOwner
  }

  /** The process that held the library is gone: takes its place, or joins whoever did. */
  async renew(): Promise<void> {
    await this.#connection.close()
    this.#connection = await openConnection(this.#options)
  }

  close(): Promise<void> {
    return this.#connection.close()
  }
}

async function openConnection(options: SessionOptions): Promise<Connection> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      const wordmill = await openWordmill({ ...options, shell: terminalShell })
      return { client: createRouterClient(wordmill.router), isOwner: true, close: () => wordmill.close() }
    } catch (error) {
      if (!(error instanceof WordmillError) || error.code !== 'LIBRARY_IN_USE') throw error
      const connection = await joinHolder(options.library)
      if (connection !== undefined) return connection
      // It may have ended between the two: then the library is free now.
      if (attempt === ATTEMPTS) throw error
      await setTimeout(PAUSE)
    }
  }
}

async function joinHolder(library: string): Promise<Connection | undefined> {
  const address = findControlSocket(library)
  const socket = address === undefined ? undefined : await connect(address)
  if (socket === undefined) return undefined
  return {
    client: createORPCClient(new RPCLink({ websocket: socket as unknown as globalThis.WebSocket })),
    isOwner: false,
    close: async () => socket.close(),
  }
}

function connect(address: string): Promise<WebSocket | undefined> {
  return new Promise((resolve) => {
    const socket = new WebSocket(`ws+unix:${address}:/`)
    socket.once('open', () => resolve(socket))
    socket.once('error', () => resolve(undefined))
  })
}

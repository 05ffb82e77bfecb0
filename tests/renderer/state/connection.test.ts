import { describe, expect, it } from 'vitest'
import { backoffDelay } from '../../../src-renderer/state/backoff.ts'
import { Connection, ConnectionLostError } from '../../../src-renderer/state/connection.ts'
import type { ShellBridge, Transport, WordmillLink } from '../../../src-renderer/state/transport.ts'

interface FakeTransport extends Transport {
  readonly open: () => void
  readonly close: () => void
}

function fakeTransport(call: WordmillLink['call']): FakeTransport {
  const opened = Promise.withResolvers<void>()
  const closed = Promise.withResolvers<void>()
  const link = { call }
  return { link, opened: opened.promise, closed: closed.promise, open: opened.resolve, close: closed.resolve }
}

function fakeBridge(call: WordmillLink['call']) {
  const transports: FakeTransport[] = []
  const bridge: ShellBridge = {
    goneSentence: 'Gone.',
    openTransport() {
      const transport = fakeTransport(call)
      transports.push(transport)
      return transport
    },
    claimFile: async (file) => ({ handle: 'h', name: file.name }),
  }
  return { bridge, transports }
}

describe('Connection', () => {
  it('holds a call until the first transport is open', async () => {
    const { bridge, transports } = fakeBridge(async (path) => path.join('.'))
    const connection = new Connection(bridge)
    const answer = connection.client.stats()
    transports[0]?.open()
    expect(await answer).toBe('stats')
    connection.close()
  })

  it('refuses calls while lost, opens a new transport, and goes on', async () => {
    const { bridge, transports } = fakeBridge(async () => 'answer')
    const connection = new Connection(bridge)
    transports[0]?.open()
    await connection.client.stats()
    transports[0]?.close()
    await expect.poll(() => transports.length, { timeout: 2_000 }).toBe(2)
    transports[1]?.open()
    await connection.whenOpen(new AbortController().signal)
    expect(await connection.client.stats()).toBe('answer')
    connection.close()
  })

  it('says that the connection was lost to a call that it cut', async () => {
    const hangs = Promise.withResolvers<never>()
    const { bridge, transports } = fakeBridge(() => hangs.promise)
    const connection = new Connection(bridge)
    transports[0]?.open()
    const answer = connection.client.stats()
    await new Promise((resolve) => setTimeout(resolve, 0))
    transports[0]?.close()
    await new Promise((resolve) => setTimeout(resolve, 0))
    hangs.reject(new Error('aborted'))
    await expect(answer).rejects.toBeInstanceOf(ConnectionLostError)
    await expect(connection.client.stats()).rejects.toBeInstanceOf(ConnectionLostError)
    connection.close()
  })

  it('passes on what main refused', async () => {
    const { bridge, transports } = fakeBridge(() => Promise.reject(new Error('There is no such job.')))
    const connection = new Connection(bridge)
    transports[0]?.open()
    await expect(connection.client.stats()).rejects.toThrow('There is no such job.')
    connection.close()
  })
})

describe('backoffDelay', () => {
  it('doubles up to a limit and is never longer than it says', () => {
    expect([1, 2, 3, 10, 100].map((failures) => backoffDelay(failures, () => 1))).toEqual([
      400, 800, 1_600, 8_000, 8_000,
    ])
    expect(backoffDelay(1, () => 0)).toBe(200)
  })
})

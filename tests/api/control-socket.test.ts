import { mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/websocket'
import { implement } from '@orpc/server'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { findControlSocket, openControlSocket } from '../../src-main/api/control-socket.ts'
import type { Router } from '../../src-main/api/router.ts'
import { contract } from '../../src-preload/contract.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'wordmill-test-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const os = implement(contract)
const router = { app: { notices: os.app.notices.handler(() => []) } } as unknown as Router

test('serves the router to the same user only, and leaves nothing behind', async () => {
  const socket = await openControlSocket(folder, router)
  const address = findControlSocket(folder) ?? ''
  expect(statSync(address).mode & 0o777).toBe(0o600)
  const websocket = new WebSocket(`ws+unix:${address}:/`)
  await new Promise((resolve) => websocket.once('open', resolve))
  const link = new RPCLink({ websocket: websocket as unknown as globalThis.WebSocket })
  const client: { app: { notices(): Promise<unknown> } } = createORPCClient(link)
  expect(await client.app.notices()).toEqual([])
  await socket.close()
  expect(findControlSocket(folder)).toBeUndefined()
  expect(() => statSync(address)).toThrow()
})

test('a library with a path too long for a socket gets a short private folder, the same at every start', async () => {
  const long = join(folder, 'x'.repeat(120))
  mkdirSync(long)
  const first = await openControlSocket(long, router)
  const address = findControlSocket(long) ?? ''
  expect(Buffer.byteLength(address)).toBeLessThan(104)
  expect(statSync(dirname(address)).mode & 0o077).toBe(0)
  await first.close()
  const second = await openControlSocket(long, router)
  expect(findControlSocket(long)).toBe(address)
  await second.close()
})

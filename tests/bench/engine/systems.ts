import { join } from 'node:path'
import { installLiteque, installPeers } from './install-peers.ts'
import { hasRedis } from './peers/redis-server.ts'

export interface System {
  readonly id: string
  readonly name: string
  /** What survives what. */
  readonly durability: string
  readonly command: readonly string[]
  readonly task: Readonly<Record<string, unknown>>
  /** Words it gets, whatever the table's size: for systems that would take for ever. */
  readonly fixedWords?: number
  /** Over 100,000 words one run has to do. */
  readonly isSlow?: boolean
  /** Why it can't be measured here. */
  readonly skipped?: string
}

/** Calls in flight, as many as the peers that have such a limit get. */
export const CONCURRENCY = 100

export const script = (path: string) => [process.execPath, join(import.meta.dirname, path)]

export function ours(chunk: number, extra: Readonly<Record<string, unknown>> = {}): System {
  return {
    id: chunk === 5 ? 'ours' : `ours-${chunk}`,
    name: `Wordmill, ${chunk} words a call`,
    durability: 'FULL: survives a power cut',
    command: script('systems/ours.ts'),
    task: { chunk, concurrency: CONCURRENCY, ...extra },
  }
}

/** With the cache of answers that providers that cost money get: filled by the job, or full of what it asks. */
export function oursCached(cache: 'fill' | 'hit', extra: Readonly<Record<string, unknown>> = {}): System {
  const base = ours(5, { cache, ...extra })
  return {
    ...base,
    id: `ours-${cache}`,
    name: cache === 'fill' ? 'Wordmill, filling the cache' : 'Wordmill, all cached',
  }
}

export function raw(extra: Readonly<Record<string, unknown>> = {}): System {
  return {
    id: 'raw',
    name: 'raw better-sqlite3, batches of 1,000',
    durability: 'FULL: survives a power cut',
    command: script('systems/raw-sqlite.ts'),
    task: extra,
  }
}

/** All systems that `only` names, ours first. Installs what it takes. */
export function chooseSystems(only: readonly string[] | undefined): System[] {
  const isWanted = (id: string) => only === undefined || only.includes(id)
  const chosen = [ours(5), ours(200), oursCached('fill'), oursCached('hit'), raw()].filter(({ id }) => isWanted(id))
  const peers = PEERS.filter(({ id }) => isWanted(id))
  const reason = peers.length === 0 ? undefined : installPeers()
  for (const peer of peers) {
    const skipped = reason ?? (peer.id.startsWith('bullmq') && !hasRedis() ? 'there is no redis-server' : undefined)
    chosen.push({ ...peer, ...(skipped !== undefined && { skipped }) })
  }
  if (isWanted('liteque')) chosen.push(liteque())
  return chosen
}

const PEERS: readonly System[] = [
  {
    id: 'p-queue',
    name: 'p-queue 10.0.0',
    durability: 'none: in memory',
    command: script('peers/p-queue.ts'),
    task: {},
  },
  bullmq('bullmq', 'Redis snapshots: minutes may be lost', []),
  bullmq('bullmq-aof', 'Redis AOF always: survives a power cut', ['--appendonly', 'yes', '--appendfsync', 'always']),
  {
    id: 'plainjob',
    name: 'plainjob 0.0.14, 2 workers',
    durability: 'NORMAL: survives a crash; keeps no results',
    command: script('peers/plainjob.ts'),
    task: { workers: 2 },
    isSlow: true,
  },
]

function bullmq(id: string, durability: string, redis: readonly string[]): System {
  const name = `BullMQ 6.7.0${id === 'bullmq' ? '' : ', AOF always'}`
  return { id, name, durability, command: script('peers/bullmq.ts'), task: { redis }, isSlow: true }
}

function liteque(): System {
  const system = {
    id: 'liteque',
    name: 'liteque 0.8.0 (5,000 jobs)',
    durability: 'NORMAL: survives a crash; keeps no results',
    task: {},
    fixedWords: 5_000,
    isSlow: true,
  }
  const installed = installLiteque()
  if ('reason' in installed) return { ...system, command: [], skipped: installed.reason }
  return { ...system, command: [installed.node, join(import.meta.dirname, 'peers/liteque/liteque.mjs')] }
}

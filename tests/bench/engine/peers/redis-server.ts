import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

export interface RedisServer {
  readonly socket: string
  readonly pid: number
  /** Processor time so far. */
  cpuSeconds(): number
  stop(): Promise<void>
}

export function hasRedis(): boolean {
  return spawnSync('redis-server', ['--version']).status === 0
}

/**
 * Starts a redis-server on a socket in `folder`, with its own defaults (snapshots) and `settings` on top. It answers
 * nobody outside this folder.
 */
export async function startRedis(folder: string, settings: readonly string[]): Promise<RedisServer> {
  const socket = join(folder, 'redis.sock')
  const child = spawn('redis-server', ['--port', '0', '--unixsocket', socket, '--dir', folder, ...settings], {
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const exited = once(child, 'exit')
  for (let tries = 0; !existsSync(socket); tries += 1) {
    if (tries > 500 || child.exitCode !== null) throw new Error('redis-server did not start')
    await sleep(10)
  }
  const pid = child.pid as number
  return {
    socket,
    pid,
    cpuSeconds: () => cpuSecondsOf(pid),
    stop: async () => {
      child.kill()
      await exited
    },
  }
}

/** User and system time of a process; 100 ticks a second on every Linux that Node runs on. */
function cpuSecondsOf(pid: number): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /, '')
      .split(' ')
    return (Number(fields[11]) + Number(fields[12])) / 100
  } catch {
    return 0
  }
}

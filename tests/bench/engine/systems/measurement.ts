import { readFileSync } from 'node:fs'
import { cpus } from 'node:os'

/** What one system achieved in one run; every child process prints one as JSON. */
export interface Measurement {
  readonly words: number
  readonly enqueueSeconds: number
  readonly drainSeconds: number
  /** Peak resident memory of all processes of the system. */
  readonly peakMegabytes: number
  /** Processor time of the system from the first word to the last. */
  readonly cpuSeconds: number
  /** Cores that other processes of the machine kept busy meanwhile: how far the times can be trusted. */
  readonly foreignCores?: number
  /** Memory the words themselves took, where they are handed over as one list. */
  readonly listMegabytes?: number
}

/** What the parent tells a child, as JSON in its first argument. */
export interface Task {
  /** An empty folder; it is removed after the run. */
  readonly folder: string
  readonly words: number
  readonly [option: string]: unknown
}

export function readTask<T extends Task>(): T {
  return JSON.parse(process.argv[2] ?? '{}') as T
}

export function report(result: unknown): void {
  console.log(JSON.stringify(result))
}

export const MEGABYTE = 1024 * 1024

/** Peak resident memory of a process. `VmHWM` and not `maxRSS`: that one also counts the parent before `exec`. */
export function peakMegabytes(pid: number | 'self' = 'self'): number {
  try {
    const match = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))
    if (match !== null) return Number(match[1]) / 1024
  } catch {
    // Not Linux.
  }
  return pid === 'self' ? process.resourceUsage().maxRSS / 1024 : 0
}

export function residentMegabytes(): number {
  return process.memoryUsage.rss() / MEGABYTE
}

/** Times the two phases of a run and keeps account of the processors. */
export class Stopwatch {
  readonly #ownAtStart = process.cpuUsage()
  readonly #busyAtStart = busySeconds()
  readonly #startedAt = performance.now()
  #enqueuedAt = 0
  #drainStartedAt = 0
  #drainedAt = 0

  /** All words are in the queue, and the work on them begins at once. */
  enqueued(at = performance.now()): void {
    this.#enqueuedAt = at
    this.#drainStartedAt = at
  }

  /** The work begins now: for systems that need a pause between the phases. */
  drainStarts(): void {
    this.#drainStartedAt = performance.now()
  }

  drained(at = performance.now()): void {
    this.#drainedAt = at
  }

  /** @param helpersCpuSeconds processor time of the system's other processes */
  measure(words: number, helpersCpuSeconds = 0): Omit<Measurement, 'peakMegabytes'> {
    const own = process.cpuUsage(this.#ownAtStart)
    const cpuSeconds = (own.user + own.system) / 1e6 + helpersCpuSeconds
    const wall = (performance.now() - this.#startedAt) / 1000
    return {
      words,
      enqueueSeconds: (this.#enqueuedAt - this.#startedAt) / 1000,
      drainSeconds: (this.#drainedAt - this.#drainStartedAt) / 1000,
      cpuSeconds,
      foreignCores: Math.max(0, (busySeconds() - this.#busyAtStart - cpuSeconds) / wall),
    }
  }
}

/** Seconds that all cores together were busy since the machine started. */
export function busySeconds(): number {
  let milliseconds = 0
  for (const { times } of cpus()) milliseconds += times.user + times.nice + times.sys + times.irq
  return milliseconds / 1000
}

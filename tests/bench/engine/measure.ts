import { median } from './facts/spread.ts'
import type { Options } from './options.ts'
import { quietMoment, TOLERABLE } from './quiet-moment.ts'
import { hasStrace, runChild } from './run-child.ts'
import type { Measurement } from './systems/measurement.ts'
import type { System } from './systems.ts'

/** Medians of a system's runs at one size. */
export interface Figures {
  readonly system: System
  readonly words: number
  readonly runs: number
  /** Words a second. */
  readonly enqueue: number
  readonly drain: number
  readonly total: number
  readonly peakMegabytes: number
  readonly listMegabytes: number | undefined
  /** Microseconds of processor time a word. */
  readonly cpuMicroseconds: number
  readonly foreignCores: number | undefined
  readonly syncs: number | undefined
}

export interface Skipped {
  readonly system: System
  readonly reason: string
}

/**
 * One run of every system, then the next: what else the machine does meets all of them alike. Disturbed runs are
 * repeated as often as the options allow; the calmest ones count.
 */
export async function measureAll(
  systems: readonly System[],
  words: number,
  options: Options,
): Promise<(Figures | Skipped)[]> {
  const runs = new Map<System, Measurement[]>(systems.map((system) => [system, []]))
  const reasons = new Map<System, string>()
  for (const system of systems) if (system.skipped !== undefined) reasons.set(system, system.skipped)
  for (let tries = 0; tries < options.runs * options.tries; tries += 1) {
    for (const [system, done] of runs) {
      if (reasons.has(system) || isEnough(done, wantedRuns(system, words, options.runs), options.tries)) continue
      try {
        await quietMoment(options.patience)
        done.push((await runSystem(system, words, options.timeout)).result)
      } catch (error) {
        reasons.set(system, error instanceof Error ? error.message : String(error))
      }
    }
  }
  const canCount = options.countSyncs && hasStrace()
  const rows: (Figures | Skipped)[] = []
  for (const [system, done] of runs) {
    const reason = reasons.get(system)
    if (reason !== undefined) rows.push({ system, reason })
    else {
      const syncs = canCount ? await countSyncs(system, words, options.timeout) : undefined
      rows.push(toFigures(system, calmest(done, wantedRuns(system, words, options.runs)), syncs))
    }
  }
  return rows
}

function isEnough(done: readonly Measurement[], wanted: number, tries: number): boolean {
  const calm = done.filter(({ foreignCores = 0 }) => foreignCores <= TOLERABLE)
  return calm.length >= wanted || done.length >= wanted * tries
}

function calmest(done: readonly Measurement[], wanted: number): readonly Measurement[] {
  return [...done].sort((a, b) => (a.foreignCores ?? 0) - (b.foreignCores ?? 0)).slice(0, wanted)
}

function wantedRuns(system: System, words: number, runs: number): number {
  return system.isSlow === true && sizeFor(system, words) > 100_000 ? 1 : runs
}

function sizeFor(system: System, words: number): number {
  return system.fixedWords ?? words
}

function runSystem(system: System, words: number, timeout: number, isCounting = false) {
  const { command, task } = system
  console.error(`  ${system.name}, ${sizeFor(system, words)} words${isCounting ? ', counting fsyncs' : ''}`)
  return runChild<Measurement>({
    command,
    task: { ...task, words: sizeFor(system, words) },
    timeout,
    countSyncs: isCounting,
  })
}

/** Counts in a run of its own, whose times count for nothing. */
async function countSyncs(system: System, words: number, timeout: number): Promise<number | undefined> {
  if (system.isSlow === true && sizeFor(system, words) > 100_000) return undefined
  try {
    return (await runSystem(system, words, timeout, true)).syncs
  } catch {
    return undefined
  }
}

function toFigures(system: System, done: readonly Measurement[], syncs: number | undefined): Figures {
  const of = (pick: (it: Measurement) => number) => median(done.map(pick))
  const words = done[0]?.words ?? 0
  const lists = done.flatMap(({ listMegabytes }) => listMegabytes ?? [])
  const foreign = done.flatMap(({ foreignCores }) => foreignCores ?? [])
  return {
    system,
    words,
    runs: done.length,
    enqueue: of((it) => words / it.enqueueSeconds),
    drain: of((it) => words / it.drainSeconds),
    total: of((it) => words / (it.enqueueSeconds + it.drainSeconds)),
    peakMegabytes: of((it) => it.peakMegabytes),
    listMegabytes: lists.length === 0 ? undefined : median(lists),
    cpuMicroseconds: of((it) => (it.cpuSeconds * 1e6) / words),
    foreignCores: foreign.length === 0 ? undefined : median(foreign),
    syncs,
  }
}

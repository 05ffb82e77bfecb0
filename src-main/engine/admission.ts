import type { JobRun } from './job-run.ts'
import { PRIORITY_RANK, URGENT_RANK } from './priority-rank.ts'

export interface AdmissionPolicy {
  /** Jobs that run at the same time. */
  readonly slots: number
  /** Milliseconds of waiting that lift a job by one priority. */
  readonly agingInterval: number
}

export interface Admission {
  readonly start: readonly JobRun[]
  readonly preempt: readonly JobRun[]
}

/**
 * Decides which jobs hold the slots. Waiting jobs come by rank: urgent ones by deadline, then by effective priority
 * (their own plus one for every aging interval waited, so that nothing starves), then by age. When the slots are full,
 * a waiting job takes the slot of the lowest running one only if its own rank is higher: aging earns a free slot
 * sooner, never another's.
 */
export function admit(runs: Iterable<JobRun>, now: number, policy: AdmissionPolicy): Admission {
  const running: JobRun[] = []
  const waiting: JobRun[] = []
  for (const run of runs) {
    if (run.state === 'running') running.push(run)
    else if (run.state === 'queued' && run.fault === undefined) waiting.push(run)
  }
  if (waiting.length === 0) return { start: [], preempt: [] }
  const own = (run: JobRun) => (run.isUrgent(now) ? URGENT_RANK : PRIORITY_RANK[run.priority])
  const aged = (run: JobRun) => {
    if (run.isUrgent(now)) return Number.POSITIVE_INFINITY
    return PRIORITY_RANK[run.priority] + Math.floor((now - run.waitingSince) / policy.agingInterval)
  }
  const byRank = (rank: (run: JobRun) => number) => (a: JobRun, b: JobRun) => {
    const [first, second] = [rank(a), rank(b)]
    return first === second ? deadlineOf(a) - deadlineOf(b) || a.record.key - b.record.key : second > first ? 1 : -1
  }
  waiting.sort(byRank(aged))
  const start = waiting.splice(0, Math.max(0, policy.slots - running.length))
  waiting.sort(byRank(own))
  running.sort((a, b) => own(a) - own(b) || b.record.key - a.record.key)
  const preempt: JobRun[] = []
  for (const run of waiting) {
    const lowest = running[preempt.length]
    if (lowest === undefined || own(lowest) >= own(run)) break
    preempt.push(lowest)
    start.push(run)
  }
  return { start, preempt }
}

/** Jobs without a deadline come after those with one; a finite number, so that two of them compare as even. */
function deadlineOf(run: JobRun): number {
  return run.deadline ?? Number.MAX_SAFE_INTEGER
}

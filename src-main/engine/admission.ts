import type { Priority } from '../../src-preload/model.ts'
import type { JobRun } from './job-run.ts'

const RANK: Readonly<Record<Priority, number>> = { low: 0, normal: 1, high: 2 }

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
 * Decides which jobs hold the slots. Waiting jobs come by effective priority (their own plus one for every aging
 * interval waited, so that nothing starves), then by age. When the slots are full, a waiting job takes the slot of the
 * lowest running one only if its own priority is higher: aging earns a free slot sooner, never another's.
 */
export function admit(runs: Iterable<JobRun>, now: number, policy: AdmissionPolicy): Admission {
  const running: JobRun[] = []
  const waiting: JobRun[] = []
  for (const run of runs) {
    if (run.state === 'running') running.push(run)
    else if (run.state === 'queued' && run.fault === undefined) waiting.push(run)
  }
  if (waiting.length === 0) return { start: [], preempt: [] }
  const effective = (run: JobRun) => RANK[run.priority] + Math.floor((now - run.waitingSince) / policy.agingInterval)
  waiting.sort((a, b) => effective(b) - effective(a) || a.record.key - b.record.key)
  const start = waiting.splice(0, Math.max(0, policy.slots - running.length))
  const preempt: JobRun[] = []
  const candidates = running.sort((a, b) => RANK[a.priority] - RANK[b.priority] || b.record.key - a.record.key)
  waiting.sort((a, b) => RANK[b.priority] - RANK[a.priority] || a.record.key - b.record.key)
  for (const run of waiting) {
    const lowest = candidates[preempt.length]
    if (lowest === undefined || RANK[lowest.priority] >= RANK[run.priority]) break
    preempt.push(lowest)
    start.push(run)
  }
  return { start, preempt }
}

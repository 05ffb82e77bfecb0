import type { Fault, JobEvent, JobState, JobSummary, Priority } from '../../../src-preload/model.ts'
import { ALL_FIELDS } from '../../../src-preload/model.ts'
import type { FakeOutcome } from './fake-words.ts'

/** What a scene says of a job; everything else follows from it. */
export interface FakeJobPlan {
  readonly name: string
  readonly total: number
  /** Words that have ended when the scene begins. */
  readonly done: number
  readonly state: JobState
  readonly priority?: Priority
  readonly provider?: string
  /** Words a second while it runs. */
  readonly speed?: number
  /** Every so many words one is cached, not found or failed; 0 for never. */
  readonly cachedEvery?: number
  readonly notFoundEvery?: number
  readonly failedEvery?: number
  readonly isHostile?: boolean
  readonly fault?: Fault
  readonly fileName?: string
}

const MINUTE = 60_000

/** A job whose words are answered by arithmetic, so that one of a million costs nothing. */
export class FakeJob {
  readonly id: string
  readonly plan: FakeJobPlan
  readonly createdAt: number
  state: JobState
  done: number
  finishedAt: number | undefined

  constructor(id: string, plan: FakeJobPlan, now: number) {
    this.id = id
    this.plan = plan
    this.state = plan.state
    this.done = plan.done
    this.createdAt = now - 5 * MINUTE
    if (this.isFinished) this.finishedAt = now - MINUTE
  }

  get isFinished(): boolean {
    return this.state === 'completed' || this.state === 'failed' || this.state === 'cancelled'
  }

  outcome(position: number): FakeOutcome | undefined {
    if (position >= this.done) return undefined
    const { failedEvery = 0, notFoundEvery = 0, cachedEvery = 0 } = this.plan
    const hits = (every: number) => every > 0 && (position + 1) % every === 0
    if (hits(failedEvery)) return 'failed'
    if (hits(notFoundEvery)) return 'not-found'
    return hits(cachedEvery) ? 'cached' : 'entry'
  }

  /** Positions of the words that ended so, a window of them. */
  positionsOf(state: 'not-found' | 'failed', offset: number, limit: number): number[] {
    const every = (state === 'failed' ? this.plan.failedEvery : this.plan.notFoundEvery) ?? 0
    const positions: number[] = []
    let seen = 0
    for (let position = every - 1; every > 0 && position < this.done && positions.length < limit; position += every) {
      if (this.outcome(position) !== state) continue
      if (seen >= offset) positions.push(position)
      seen += 1
    }
    return positions
  }

  /** Moves on by the words of `seconds`; ends when all are done. */
  advance(seconds: number, now: number): void {
    if (this.state !== 'running') return
    this.done = Math.min(this.plan.total, this.done + Math.round((this.plan.speed ?? 0) * seconds))
    if (this.done === this.plan.total) this.finish('completed', now)
  }

  finish(state: JobState, now: number): void {
    this.state = state
    this.finishedAt = now
  }

  summary(): JobSummary {
    const { name, total, priority = 'normal', provider = 'Offline dictionary', speed = 0, fault, fileName } = this.plan
    const left = (total - this.done) / Math.max(speed, 1)
    const isRunning = this.state === 'running'
    return {
      id: this.id,
      name,
      state: this.state,
      priority,
      provider: { id: 'offline', name: provider },
      fields: [...ALL_FIELDS],
      counts: this.#counts(),
      list: { lines: total + 36, merged: 34, skipped: 2, ...(fileName === undefined ? {} : { fileName }) },
      createdAt: this.createdAt,
      startedAt: this.createdAt,
      costMicros: 0,
      isPinned: false,
      ...(isRunning ? { wordsPerSecond: speed, eta: { low: left * 0.8, likely: left, high: left * 1.6 } } : {}),
      ...(this.finishedAt === undefined ? {} : { finishedAt: this.finishedAt }),
      ...(fault === undefined ? {} : { fault }),
    }
  }

  events(): JobEvent[] {
    const types = ['job:created', 'job:started', 'job:preempted', 'job:started'] as const
    const events: JobEvent[] = types.map((type, index) => this.#event(index + 1, type, { total: this.plan.total }))
    if (this.state === 'completed') events.push(this.#event(9, 'job:completed', { ...this.#counts() }))
    if (this.state === 'failed') events.push(this.#event(9, 'job:failed', { ...this.plan.fault }))
    if (this.state === 'cancelled') events.push(this.#event(9, 'job:cancelled', { ...this.#counts() }))
    return events
  }

  #event(id: number, type: JobEvent['type'], data: JobEvent['data']): JobEvent {
    return { id, jobId: this.id, type, at: this.createdAt + id * 1_500, data }
  }

  #counts(): JobSummary['counts'] {
    const { failedEvery = 0, notFoundEvery = 0, cachedEvery = 0, total } = this.plan
    const share = (every: number) => (every > 0 ? Math.floor(this.done / every) : 0)
    const failed = share(failedEvery)
    const notFound = share(notFoundEvery) - both(this.done, notFoundEvery, failedEvery)
    const answered = this.done - failed - notFound
    const inFlight = this.state === 'running' ? Math.min(Math.ceil(total * 0.03), total - this.done) : 0
    return { total, answered, notFound, failed, cached: Math.min(share(cachedEvery), answered), inFlight }
  }
}

/** Places that two rhythms share. */
function both(done: number, a: number, b: number): number {
  if (a <= 0 || b <= 0) return 0
  const gcd = (x: number, y: number): number => (y === 0 ? x : gcd(y, x % y))
  return Math.floor(done / ((a * b) / gcd(a, b)))
}

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
/** Words a second of a job whose scene names no speed. */
const USUAL_SPEED = 60

/** A job whose words are answered by arithmetic, so that one of a million costs nothing. */
export class FakeJob {
  readonly id: string
  readonly plan: FakeJobPlan
  readonly createdAt: number
  name: string
  priority: Priority
  isPinned = false
  state: JobState
  fault: Fault | undefined
  done: number
  finishedAt: number | undefined
  /** Words before this place that failed were asked once more, and the first so many of them are back. */
  #retry = { before: 0, back: 0 }

  constructor(id: string, plan: FakeJobPlan, now: number) {
    this.id = id
    this.plan = plan
    this.name = plan.name
    this.priority = plan.priority ?? 'normal'
    this.state = plan.state
    this.fault = plan.fault
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
    if (hits(failedEvery)) {
      const order = (position + 1) / failedEvery - 1
      if (position >= this.#retry.before) return 'failed'
      return order < this.#retry.back ? 'entry' : undefined
    }
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

  /** Asks again for what failed so far. */
  retryFailed(): void {
    this.#retry = { ...this.#retry, before: this.done }
    this.fault = undefined
    this.finishedAt = undefined
  }

  /** Moves on by the words of `seconds`, those asked again first; ends when all are done. */
  advance(seconds: number, now: number): void {
    if (this.state !== 'running') return
    const words = Math.round((this.plan.speed ?? USUAL_SPEED) * seconds)
    const again = Math.min(words, this.#reopened)
    this.#retry = { ...this.#retry, back: this.#retry.back + again }
    this.done = Math.min(this.plan.total, this.done + words - again)
    if (this.done === this.plan.total && this.#reopened === 0) this.finish('completed', now)
  }

  /** Words that failed, were asked again and are not back. */
  get #reopened(): number {
    return this.#failedBefore(this.#retry.before) - this.#retry.back
  }

  #failedBefore(position: number): number {
    const { failedEvery = 0 } = this.plan
    return failedEvery > 0 ? Math.floor(position / failedEvery) : 0
  }

  finish(state: JobState, now: number): void {
    this.state = state
    this.finishedAt = now
  }

  summary(): JobSummary {
    const { total, provider = 'Offline dictionary', speed = 0, fileName } = this.plan
    const { name, priority, isPinned, fault } = this
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
      isPinned,
      ...(isRunning ? { wordsPerSecond: speed, eta: { low: left * 0.8, likely: left, high: left * 1.6 } } : {}),
      ...(this.finishedAt === undefined ? {} : { finishedAt: this.finishedAt }),
      ...(fault === undefined ? {} : { fault }),
    }
  }

  events(): JobEvent[] {
    const types = ['job:created', 'job:started', 'job:preempted', 'job:started'] as const
    const events: JobEvent[] = types.map((type, index) => this.#event(index + 1, type, { total: this.plan.total }))
    if (this.state === 'completed') events.push(this.#event(9, 'job:completed', { ...this.#counts() }))
    if (this.state === 'failed') events.push(this.#event(9, 'job:failed', { ...this.fault }))
    if (this.state === 'cancelled') events.push(this.#event(9, 'job:cancelled', { ...this.#counts() }))
    return events
  }

  #event(id: number, type: JobEvent['type'], data: JobEvent['data']): JobEvent {
    return { id, jobId: this.id, type, at: this.createdAt + id * 1_500, data }
  }

  #counts(): JobSummary['counts'] {
    const { failedEvery = 0, notFoundEvery = 0, cachedEvery = 0, total } = this.plan
    const share = (every: number) => (every > 0 ? Math.floor(this.done / every) : 0)
    const failed = share(failedEvery) - this.#failedBefore(this.#retry.before)
    const notFound = share(notFoundEvery) - both(this.done, notFoundEvery, failedEvery)
    const answered = this.done - failed - notFound - this.#reopened
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

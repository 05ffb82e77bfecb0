import type { BackoffPolicy } from './backoff.ts'
import type { Budget } from './budget.ts'
import { ChunkMaker, MAX_UNCOMMITTED, questionOf } from './chunk-maker.ts'
import { Coalescer } from './coalescer.ts'
import type { CommitBuffer } from './commit-buffer.ts'
import type { JobRun } from './job-run.ts'
import type { Lane } from './lane.ts'
import { type DecisionContext, decide, MISSING_OUTCOME } from './outcome-policy.ts'
import type { PendingRequest } from './pending-words.ts'
import type { Clock } from './ports/clock.ts'
import type { EndedRequest, JobStore } from './ports/job-store.ts'
import { type ChunkAnswer, NO_USAGE, type RequestOutcome, type Usage } from './ports/provider.ts'

export interface DispatcherHooks {
  /** A call is back, which may allow more work. */
  readonly onSettled: (run: JobRun) => void
  /** The next call of a job does not fit a budget: the job's own, or the month's. */
  readonly onBudgetReached: (run: JobRun, which: 'job' | 'month') => void
  /** The month's budget as it stands. */
  readonly monthBudget: () => Budget
}

export interface DispatcherParts {
  readonly store: JobStore
  readonly buffer: CommitBuffer
  readonly clock: Clock
  readonly backoff: BackoffPolicy
  readonly hooks: DispatcherHooks
}

/** A call that is out. */
interface Call {
  readonly lane: Lane
  readonly run: JobRun
  readonly requests: readonly PendingRequest[]
  readonly question: string | undefined
  readonly estimate: Usage
  readonly sentAt: number
  readonly signal: AbortSignal
  readonly month: Budget
  readonly leave: () => void
}

/** Sends chunks to providers and sorts what comes back: ended into the commit buffer, the rest back to its job. */
export class Dispatcher {
  readonly #buffer: CommitBuffer
  readonly #clock: Clock
  readonly #backoff: BackoffPolicy
  readonly #hooks: DispatcherHooks
  readonly #coalescer = new Coalescer()
  readonly #chunks: ChunkMaker
  #callsInFlight = 0
  #onIdle: (() => void) | undefined

  constructor({ store, buffer, clock, backoff, hooks }: DispatcherParts) {
    this.#buffer = buffer
    this.#clock = clock
    this.#backoff = backoff
    this.#hooks = hooks
    this.#chunks = new ChunkMaker(store, buffer, this.#coalescer)
  }

  /**
   * Makes as many calls as the lane's limits, the budgets and the commit buffer allow. Returns the epoch milliseconds
   * at which more may be possible without any other event, or undefined.
   */
  dispatch(lane: Lane): number | undefined {
    const now = this.#clock.now()
    const blocked = new Set<JobRun>()
    for (const run of lane.runs) this.#chunks.fill(lane, run, now)
    while (this.#buffer.size < MAX_UNCOMMITTED) {
      const run = lane.next(now, blocked)
      if (run === undefined) break
      const requests = this.#chunks.next(lane, run, now)
      if (requests.length === 0) continue
      const estimate = toWhole(lane.provider.estimate?.(requests, { fields: run.record.fields }) ?? NO_USAGE)
      const wait = Math.max(lane.gate.waitFor(estimate.tokens, now), lane.circuit.waitFor(now))
      if (wait > 0) {
        this.#chunks.putBack(lane, run, requests, now)
        return Math.min(now + wait, lane.nextRetryAt() ?? Number.POSITIVE_INFINITY)
      }
      if (this.#isAffordable(run, estimate)) {
        this.#send(lane, run, requests, estimate, now)
      } else {
        this.#chunks.putBack(lane, run, requests, now)
        blocked.add(run)
      }
    }
    return lane.nextRetryAt()
  }

  /** Resolves when no call is in flight. */
  idle(): Promise<void> {
    if (this.#callsInFlight === 0) return Promise.resolve()
    return new Promise((resolve) => {
      this.#onIdle = resolve
    })
  }

  /** Whether both budgets bear a call; when one is used up the job is told. */
  #isAffordable(run: JobRun, { costMicros }: Usage): boolean {
    const own = run.budget.check(costMicros)
    const month = this.#hooks.monthBudget().check(costMicros)
    if (own === 'reached') this.#hooks.onBudgetReached(run, 'job')
    else if (month === 'reached') this.#hooks.onBudgetReached(run, 'month')
    return own === 'fits' && month === 'fits'
  }

  #send(lane: Lane, run: JobRun, requests: readonly PendingRequest[], estimate: Usage, now: number): void {
    const month = this.#hooks.monthBudget()
    run.budget.reserve(estimate.costMicros)
    month.reserve(estimate.costMicros)
    lane.gate.enter(estimate.tokens, now)
    lane.circuit.called()
    lane.charge(run, requests.length, now)
    const leave = lane.occupy(run, now)
    const question = questionOf(lane, run)
    this.#call({ lane, run, requests, question, estimate, sentAt: now, signal: run.signal, month, leave })
  }

  #call(call: Call): void {
    const { run, requests, signal } = call
    this.#callsInFlight += 1
    run.inFlight += requests.length
    const settle = (answer: ChunkAnswer | undefined) => {
      this.#callsInFlight -= 1
      run.inFlight -= requests.length
      call.leave()
      if (answer === undefined) this.#giveUp(call)
      else this.#sort(call, answer)
      this.#hooks.onSettled(run)
      if (this.#callsInFlight === 0) this.#onIdle?.()
    }
    ask(call).then(settle, (error: unknown) => {
      settle(signal.aborted ? undefined : { outcomes: requests.map(() => toTransient(error)) })
    })
  }

  /** An aborted call counts as never made, but for its cost: the provider may have done the work. */
  #giveUp({ lane, run, requests, question, estimate, month }: Call): void {
    const now = this.#clock.now()
    lane.circuit.dropped()
    run.budget.settle(estimate.costMicros, estimate.costMicros)
    month.settle(estimate.costMicros, estimate.costMicros)
    if (estimate.costMicros > 0) this.#buffer.addCall(run, { ...estimate, latency: 0, retries: 0 })
    for (const request of requests) {
      run.pending.giveBack(request, now)
      if (question !== undefined) this.#returnWaiters(question, request.word, now)
    }
  }

  #sort(call: Call, { outcomes: given, usage: used = NO_USAGE }: ChunkAnswer): void {
    const { lane, run, requests, question, estimate, sentAt } = call
    const outcomes = requests.map((_, index) => given[index] ?? MISSING_OUTCOME)
    const now = this.#clock.now()
    const latency = Math.round(now - sentAt)
    const usage = toWhole(used)
    this.#learn(call, outcomes, usage, now)
    const { maxAttempts } = run.record
    const random = () => this.#clock.random()
    const context: DecisionContext = { maxAttempts, backoff: this.#backoff, now, latency, random, question }
    let retries = 0
    let retryCode: string | undefined
    for (const [index, request] of requests.entries()) {
      const outcome = outcomes[index] as RequestOutcome
      if (outcome.kind === 'rate-limited') lane.gate.closeUntil(outcome.until)
      const decision = decide(request, outcome, context)
      if (decision.kind === 'end') {
        this.#buffer.addResult(run, decision.ended)
        if (question !== undefined) this.#answerWaiters(question, request.word, decision.ended)
      } else {
        retries += 1
        retryCode = outcome.kind === 'transient' ? outcome.fault.code : 'RATE_LIMITED'
        run.pending.giveBack(decision.request, decision.due)
        if (question !== undefined) this.#returnWaiters(question, request.word, decision.due)
      }
    }
    lane.gate.settle(estimate.tokens, usage.tokens, now)
    this.#buffer.addCall(run, { ...usage, latency, retries })
    if (retries > 0) {
      const data = { words: retries, code: retryCode }
      this.#buffer.addEvent({ key: run.record.key, type: 'job:retry', at: now, data })
    }
  }

  /** What the outcome of a call says about its provider and the money. */
  #learn(
    { lane, run, estimate, sentAt, month }: Call,
    outcomes: readonly RequestOutcome[],
    usage: Usage,
    now: number,
  ): void {
    run.budget.settle(estimate.costMicros, usage.costMicros)
    month.settle(estimate.costMicros, usage.costMicros)
    const isRefused = outcomes.some(
      (outcome) => outcome.kind === 'rate-limited' || (outcome.kind === 'transient' && outcome.isOverload),
    )
    if (isRefused) lane.window.refused(sentAt, now)
    else lane.window.succeeded()
    if (outcomes.every((outcome) => outcome.kind === 'transient')) lane.circuit.failed(now)
    else lane.circuit.succeeded()
  }

  #answerWaiters(question: string, word: string, ended: EndedRequest): void {
    for (const { run, request } of this.#coalescer.release(question, word)) {
      if (run.isOver) continue
      this.#buffer.addResult(run, { ...ended, position: request.position, isCached: ended.state === 'entry' })
    }
  }

  #returnWaiters(question: string, word: string, due: number): void {
    for (const { run, request } of this.#coalescer.release(question, word)) run.pending.giveBack(request, due)
  }
}

/** In an async function, so that a provider that throws at once is no different from one that rejects. */
async function ask({ lane, run, requests, signal }: Call): Promise<ChunkAnswer | undefined> {
  const answer = await lane.provider.lookUp(requests, { fields: run.record.fields }, signal)
  return signal.aborted ? undefined : answer
}

function toTransient(error: unknown): RequestOutcome {
  const message = error instanceof Error ? error.message : String(error)
  return { kind: 'transient', fault: { code: 'PROVIDER_FAULT', message: `The provider stopped with: ${message}` } }
}

/** Whole numbers, rounded up: the store takes no others, and a provider's arithmetic must not stop everybody's work. */
function toWhole({ tokens, costMicros }: Usage): Usage {
  return { tokens: Math.ceil(tokens), costMicros: Math.ceil(costMicros) }
}

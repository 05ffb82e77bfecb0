import type { BackoffPolicy } from './backoff.ts'
import { type CommitBuffer, MAX_BATCH } from './commit-buffer.ts'
import type { JobRun } from './job-run.ts'
import type { Lane } from './lane.ts'
import { decide, MISSING_OUTCOME } from './outcome-policy.ts'
import type { PendingRequest } from './pending-words.ts'
import type { Clock } from './ports/clock.ts'
import type { Provider, RequestOutcome } from './ports/provider.ts'

/** Results that may wait for the disk before no new call is made. */
const MAX_UNCOMMITTED = 4 * MAX_BATCH

export interface DispatcherHooks {
  /** Something changed that may allow more work. */
  readonly onSettled: (run: JobRun) => void
}

/** Sends chunks to providers and sorts what comes back: ended into the commit buffer, the rest back to its job. */
export class Dispatcher {
  readonly #buffer: CommitBuffer
  readonly #clock: Clock
  readonly #backoff: BackoffPolicy
  readonly #hooks: DispatcherHooks
  #callsInFlight = 0
  #onIdle: (() => void) | undefined

  constructor(buffer: CommitBuffer, clock: Clock, backoff: BackoffPolicy, hooks: DispatcherHooks) {
    this.#buffer = buffer
    this.#clock = clock
    this.#backoff = backoff
    this.#hooks = hooks
  }

  /** Makes as many calls as the lane's limits and the commit buffer allow. */
  dispatch(lane: Lane): void {
    const now = this.#clock.now()
    while (lane.hasCapacity(now) && this.#buffer.size < MAX_UNCOMMITTED) {
      const run = lane.next(now)
      if (run === undefined) return
      const requests = run.pending.take(Math.min(run.record.chunkSize, lane.provider.chunk.max), now)
      lane.charge(run, requests.length)
      this.#call(lane, run, requests, now)
    }
  }

  /** Resolves when no call is in flight. */
  idle(): Promise<void> {
    if (this.#callsInFlight === 0) return Promise.resolve()
    return new Promise((resolve) => {
      this.#onIdle = resolve
    })
  }

  #call(lane: Lane, run: JobRun, requests: readonly PendingRequest[], startedAt: number): void {
    lane.callsInFlight += 1
    this.#callsInFlight += 1
    run.inFlight += requests.length
    const signal = run.signal
    const settle = (outcomes: readonly RequestOutcome[]) => {
      lane.callsInFlight -= 1
      this.#callsInFlight -= 1
      run.inFlight -= requests.length
      if (signal.aborted) this.#giveBack(run, requests)
      else this.#sort(lane, run, requests, outcomes, startedAt)
      this.#hooks.onSettled(run)
      if (this.#callsInFlight === 0) this.#onIdle?.()
    }
    askProvider(lane.provider, run, requests, signal).then(settle, (error: unknown) => {
      settle(requests.map(() => toTransient(error)))
    })
  }

  /** Words of an aborted call count as never asked: after a pause they are taken again. */
  #giveBack(run: JobRun, requests: readonly PendingRequest[]): void {
    const now = this.#clock.now()
    for (const request of requests) run.pending.giveBack(request, now)
  }

  #sort(
    lane: Lane,
    run: JobRun,
    requests: readonly PendingRequest[],
    outcomes: readonly RequestOutcome[],
    startedAt: number,
  ): void {
    const now = this.#clock.now()
    const latency = now - startedAt
    const context = {
      maxAttempts: run.record.maxAttempts,
      backoff: this.#backoff,
      now,
      latency,
      random: () => this.#clock.random(),
    }
    let retries = 0
    let retryCode: string | undefined
    for (const [index, request] of requests.entries()) {
      const outcome = outcomes[index] ?? MISSING_OUTCOME
      if (outcome.kind === 'rate-limited') lane.closedUntil = Math.max(lane.closedUntil, outcome.until)
      const decision = decide(request, outcome, context)
      if (decision.kind === 'end') {
        this.#buffer.addResult(run, decision.ended)
      } else {
        retries += 1
        retryCode = outcome.kind === 'transient' ? outcome.fault.code : 'RATE_LIMITED'
        run.pending.giveBack(decision.request, decision.due)
      }
    }
    this.#buffer.addCall(run, latency, retries)
    if (retries > 0) {
      const data = { words: retries, code: retryCode }
      this.#buffer.addEvent({ key: run.record.key, type: 'job:retry', at: now, data })
    }
  }
}

async function askProvider(
  provider: Provider,
  run: JobRun,
  requests: readonly PendingRequest[],
  signal: AbortSignal,
): Promise<readonly RequestOutcome[]> {
  return provider.lookUp(requests, { fields: run.record.fields }, signal)
}

function toTransient(error: unknown): RequestOutcome {
  const message = error instanceof Error ? error.message : String(error)
  return { kind: 'transient', fault: { code: 'PROVIDER_FAULT', message: `The provider stopped with: ${message}` } }
}

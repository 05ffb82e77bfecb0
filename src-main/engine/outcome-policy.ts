import { type BackoffPolicy, backoffDelay } from './backoff.ts'
import type { PendingRequest } from './pending-words.ts'
import type { CacheReference, EndedRequest } from './ports/job-store.ts'
import type { RequestOutcome } from './ports/provider.ts'

/** What follows from an outcome: the request has ended, or it is tried again at `due`. */
export type Decision =
  | { readonly kind: 'end'; readonly ended: EndedRequest }
  | { readonly kind: 'retry'; readonly request: PendingRequest; readonly due: number }

export interface DecisionContext {
  readonly maxAttempts: number
  readonly backoff: BackoffPolicy
  readonly now: number
  /** Milliseconds the call took. */
  readonly latency: number
  /** Uniform in [0, 1). */
  readonly random: () => number
  /** What the cache knows the question as; undefined when answers are not cached. */
  readonly question: string | undefined
}

/** An outcome for a word the provider gave no outcome for. */
export const MISSING_OUTCOME: RequestOutcome = {
  kind: 'transient',
  fault: { code: 'PROVIDER_SKIPPED_WORD', message: 'The provider gave no answer for this word. Retry it.' },
}

/** Decides about one request. Being told to wait does not use up an attempt; every other outcome does. */
export function decide(request: PendingRequest, outcome: RequestOutcome, context: DecisionContext): Decision {
  const attempts = request.attempts + 1
  const { latency, question } = context
  const end = (state: EndedRequest['state'], body: string, code?: string, cache?: CacheReference): Decision => ({
    kind: 'end',
    ended: { position: request.position, state, body, code, attempts, latency, isCached: false, cache },
  })
  switch (outcome.kind) {
    case 'entry': {
      const cache = question === undefined ? undefined : ({ kind: 'store', question, word: request.word } as const)
      return end('entry', outcome.body, undefined, cache)
    }
    case 'not-found':
      return end('not-found', JSON.stringify(outcome.suggestions))
    case 'invalid':
    case 'permanent':
      return end('failed', outcome.fault.message, outcome.fault.code)
    case 'rate-limited':
      return { kind: 'retry', request, due: Math.max(outcome.until, context.now) }
    case 'transient': {
      if (attempts >= context.maxAttempts) return end('failed', outcome.fault.message, outcome.fault.code)
      const due = context.now + backoffDelay(attempts, context.random(), context.backoff)
      return { kind: 'retry', request: { ...request, attempts }, due }
    }
  }
}

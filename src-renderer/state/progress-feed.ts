import type { ProgressMessage } from '../../src-preload/model.ts'
import { backoffDelay, pause } from './backoff.ts'
import { applyProgress, EMPTY_PROGRESS, type ProgressState } from './progress-state.ts'

export interface ProgressFeedOptions {
  /** Opens a new stream: a snapshot first, then diffs. */
  readonly subscribe: (signal: AbortSignal) => Promise<AsyncIterable<ProgressMessage>>
  /** Told after every message that was applied. */
  readonly onChange: (state: ProgressState) => void
  /** Told when the stream broke; it is opened again by itself. Not told for a gap. */
  readonly onBreak: (error: unknown) => void
  readonly delay?: (failures: number) => number
  readonly signal: AbortSignal
}

type StreamEnd = { readonly kind: 'gap' } | { readonly kind: 'broken'; readonly error: unknown }

/** Follows the server's truth until aborted: through gaps, broken streams and restarts of the server. */
export async function followProgress(options: ProgressFeedOptions): Promise<void> {
  const { onBreak, delay = backoffDelay, signal } = options
  let failures = 0
  const onSnapshot = () => {
    failures = 0
  }
  while (!signal.aborted) {
    const end = await readStream(options, onSnapshot)
    if (signal.aborted) return
    if (end.kind === 'gap') continue
    failures += 1
    onBreak(end.error)
    await pause(delay(failures), signal)
  }
}

async function readStream(options: ProgressFeedOptions, onSnapshot: () => void): Promise<StreamEnd> {
  const attempt = new AbortController()
  const signal = AbortSignal.any([options.signal, attempt.signal])
  let state: ProgressState = EMPTY_PROGRESS
  try {
    for await (const message of await options.subscribe(signal)) {
      if (options.signal.aborted) break
      const next = applyProgress(state, message)
      if (next === undefined && state.revision === undefined) throw new Error('The stream began without a snapshot.')
      if (next === undefined) return { kind: 'gap' }
      if (message.type === 'snapshot') onSnapshot()
      if (next !== state) options.onChange(next)
      state = next
    }
    return { kind: 'broken', error: undefined }
  } catch (error) {
    return { kind: 'broken', error }
  } finally {
    attempt.abort()
  }
}

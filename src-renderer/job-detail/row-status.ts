import type { RequestRow } from '../../src-preload/model.ts'
import { formatDuration } from '../ui/format-time.ts'

export type RowTone = 'found' | 'cached' | 'missing' | 'failed' | 'waiting'

export interface RowStatus {
  readonly text: string
  readonly tone: RowTone
}

/** Below this an answer is simply there; the number would be noise on every row. */
const WORTH_SAYING = 250

/** What became of a word, in words with a sign; the tone colours it. */
export function rowStatus({ state, isCached, latency }: RequestRow, isFinished: boolean): RowStatus {
  if (state === 'failed') return { text: '✕ failed', tone: 'failed' }
  if (state === 'not-found') return { text: '? not found', tone: 'missing' }
  if (state === 'pending') return { text: isFinished ? 'not looked up' : 'queued', tone: 'waiting' }
  if (isCached === true) return { text: '✓ cached', tone: 'cached' }
  const isSlow = latency !== undefined && latency >= WORTH_SAYING
  return { text: isSlow ? `✓ ${formatDuration(latency)}` : '✓ entry', tone: 'found' }
}

import type { JobSummary } from '../../src-preload/model.ts'
import { formatCount } from '../ui/format-number.ts'
import { isFinished } from './job-sections.ts'
import type { ProgressState } from './progress-state.ts'

/** One sentence for each job that ended between two states; nothing for jobs that had ended before they were seen. */
export function announceFinished(state: ProgressState, previous: ProgressState | undefined): string[] {
  if (previous === undefined || state.byId === previous.byId) return []
  const sentences: string[] = []
  for (const job of state.byId.values()) {
    const before = previous.byId.get(job.id)
    const wasLive = before !== undefined && !isFinished(before.state)
    // A job is cancelled by hand, and the toast that answers the hand is read out already.
    if (wasLive && isFinished(job.state) && job.state !== 'cancelled') sentences.push(finishSentence(job))
  }
  return sentences
}

function finishSentence({ name, state, counts, fault }: JobSummary): string {
  if (state === 'failed') return `${name} failed. ${fault?.message ?? ''}`.trim()
  const parts = [`${formatCount(counts.answered)} entries`]
  if (counts.notFound > 0) parts.push(`${formatCount(counts.notFound)} not found`)
  if (counts.failed > 0) parts.push(`${formatCount(counts.failed)} failed`)
  return `${name} is finished: ${parts.join(', ')}.`
}

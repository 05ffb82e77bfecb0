import { isFinished, type JobSummary } from '../../src-preload/model.ts'
import { formatCount } from '../ui/format-number.ts'
import type { ProgressState } from './progress-state.ts'

/**
 * One sentence for each job that ended, or was stopped by the engine, between two states; nothing for jobs that stood
 * so when they were first seen.
 */
export function announceStopped(state: ProgressState, previous: ProgressState | undefined): string[] {
  if (previous === undefined || state.byId === previous.byId) return []
  const sentences: string[] = []
  for (const job of state.byId.values()) {
    const before = previous.byId.get(job.id)
    if (before === undefined || isFinished(before.state)) continue
    // What a hand does is answered where it is done: a cancelled job by a toast, a paused one by a word of its own.
    if (isFinished(job.state) && job.state !== 'cancelled') sentences.push(finishSentence(job))
    const isStopped = job.state === 'paused' && before.state !== 'paused'
    if (isStopped && job.fault !== undefined) sentences.push(`${job.name} is paused. ${job.fault.message}`)
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

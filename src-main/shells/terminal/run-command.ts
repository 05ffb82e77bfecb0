import type { JobSummary } from '../../../src-preload/model.ts'
import { readList } from '../../import/read-list.ts'
import type { StagedList } from '../../import/staged-list.ts'
import type { Arguments } from './arguments.ts'
import { findJob } from './find-job.ts'
import { type Followed, followJob } from './follow-job.ts'
import { count, duration, progressText } from './progress-line.ts'
import type { Session } from './session.ts'
import { writeResults } from './write-results.ts'

/** Reads the list before anything else is opened, so that a bad list costs nothing. */
export function readListArgument({ subject, column }: Arguments): Promise<StagedList> {
  if (subject !== '-') return readList({ kind: 'file', path: subject }, { column })
  return readList({ kind: 'stream', chunks: process.stdin, name: 'Standard input' }, { column })
}

/** `wordmill run`: submits a list and waits for its end. Resolves to the exit status. */
export async function runCommand(session: Session, list: StagedList, options: Arguments): Promise<number> {
  const { merged, skipped } = list.report
  const notes = [`${count(list.words.length)} words`]
  if (merged > 0) notes.push(`${count(merged)} duplicates merged`)
  if (skipped > 0) notes.push(`${count(skipped)} lines skipped`)
  process.stderr.write(`${list.name}: ${notes.join(', ')}\n`)
  for (const { line, reason, text } of list.skippedLines.slice(0, 5)) {
    process.stderr.write(`  line ${line} skipped, ${reason}: ${text}\n`)
  }
  const job = await session.client.jobs.submit({
    list: { kind: 'words', words: [...list.words], lines: [...list.lines], report: list.report },
    name: (options.name ?? list.name).slice(0, 200),
    ...(options.fields !== undefined && { fields: [...options.fields] }),
    ...(options.priority !== undefined && { priority: options.priority }),
  })
  return finish(session, await followJob(session, job.id), options)
}

/** `wordmill watch`: follows a job that is there already. Resolves to the exit status. */
export async function watchCommand(session: Session, options: Arguments): Promise<number> {
  const job = await findJob(session.client, options.subject)
  return finish(session, await followJob(session, job.id), options)
}

async function finish(session: Session, { job, isInterrupted }: Followed, options: Arguments): Promise<number> {
  if (options.out !== undefined) await writeResults(session.client, job, options.out)
  if (options.isJson) process.stdout.write(`${JSON.stringify(job)}\n`)
  else process.stderr.write(closingText(job, options))
  if (isInterrupted) return 130
  return job.state === 'completed' && job.counts.failed === 0 ? 0 : 1
}

function closingText(job: JobSummary, { subject, command, out }: Arguments): string {
  const id = job.id.slice(0, 8)
  const seconds = ((job.finishedAt ?? 0) - (job.startedAt ?? job.finishedAt ?? 0)) / 1_000
  const lines = [
    `${job.state === 'completed' ? 'Done' : `The job is ${job.state}`}: ${progressText(job)}, in ${duration(seconds)}.`,
  ]
  if (job.fault !== undefined) lines.push(job.fault.message)
  if (out !== undefined && out !== '-') lines.push(`Written to ${out}.`)
  else if (out === undefined)
    lines.push(`See the entries: wordmill show ${id}   Save them: wordmill show ${id} --out words.csv`)
  if (job.state === 'cancelled' && command === 'run') {
    lines.push(`What was answered is kept. To look up the whole list after all: wordmill run ${subject}`)
  }
  return `${lines.join('\n')}\n`
}

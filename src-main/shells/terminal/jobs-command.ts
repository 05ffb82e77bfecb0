import { MAX_WINDOW } from '../../../src-preload/contract.ts'
import type { JobSummary, RequestDetail } from '../../../src-preload/model.ts'
import type { Arguments } from './arguments.ts'
import { findJob } from './find-job.ts'
import { progressText } from './progress-line.ts'
import type { Client, Session } from './session.ts'
import { detailsOf, writeResults } from './write-results.ts'

/** `wordmill jobs`: the latest 500 jobs. */
export async function jobsCommand({ client, isOwner }: Session, { isJson }: Arguments): Promise<number> {
  const jobs = await client.jobs.list({ limit: MAX_WINDOW })
  if (isJson) process.stdout.write(`${JSON.stringify(jobs)}\n`)
  else if (jobs.length === 0) process.stdout.write('No jobs yet. Start one with: wordmill run LIST\n')
  else for (const job of jobs) process.stdout.write(`${jobLine(job)}${isOwner ? hintFor(job) : ''}\n`)
  return 0
}

/** `wordmill show`: a job and its words. */
export async function showCommand(client: Client, { subject, out, isJson }: Arguments): Promise<number> {
  const job = await findJob(client, subject)
  if (out !== undefined) {
    await writeResults(client, job, out)
    if (out !== '-') process.stderr.write(`Written to ${out}.\n`)
  } else if (isJson) {
    process.stdout.write(`${JSON.stringify(job)}\n`)
  } else {
    process.stdout.write(`${jobLine(job)}\n${job.fault === undefined ? '' : `${job.fault.message}\n`}\n`)
    for await (const detail of detailsOf(client, job)) process.stdout.write(`${wordLine(detail)}\n`)
  }
  return 0
}

export type Control = 'pause' | 'resume' | 'retry' | 'cancel'

const DONE: Readonly<Record<Control, string>> = {
  pause: 'Paused',
  resume: 'Resumed',
  retry: 'Failed words are queued again in',
  cancel: 'Cancelled',
}

/** `wordmill pause`, `resume`, `retry` and `cancel`. */
export async function controlCommand(client: Client, control: Control, options: Arguments): Promise<number> {
  const { id } = await findJob(client, options.subject)
  const act = control === 'retry' ? client.jobs.retryFailed : client.jobs[control]
  const job = await act({ jobId: id })
  const text = options.isJson ? JSON.stringify(job) : `${DONE[control]} “${job.name}”: ${progressText(job)}.`
  process.stdout.write(`${text}\n`)
  return 0
}

/** With nobody at work, an unfinished job goes on with the next one who is. */
function hintFor({ id, state }: JobSummary): string {
  return state === 'running' || state === 'queued' ? `  goes on with: wordmill watch ${id.slice(0, 8)}` : ''
}

function jobLine(job: JobSummary): string {
  const when = new Date(job.createdAt).toISOString().slice(0, 16).replace('T', ' ')
  return `${job.id.slice(0, 8)}  ${when}  ${job.state.padEnd(9)}  ${job.priority.padEnd(6)}  ${job.name}  (${progressText(job)})`
}

function wordLine({ word, state, entry, gist, suggestions, fault }: RequestDetail): string {
  switch (state) {
    case 'entry': {
      const lemma = entry !== undefined && entry.lemma !== word ? ` → ${entry.lemma}` : ''
      return `${word}${lemma}: ${gist ?? ''}`
    }
    case 'not-found':
      return `${word}: not found${suggestions?.length ? `, did you mean ${suggestions.join(', ')}?` : ''}`
    case 'failed':
      return `${word}: failed, ${fault?.message ?? ''}`
    case 'pending':
      return `${word}: not asked yet`
  }
}

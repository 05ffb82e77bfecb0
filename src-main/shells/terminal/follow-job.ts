import { ORPCError } from '@orpc/client'
import { isFinished, type JobSummary } from '../../../src-preload/model.ts'
import { ProgressLine } from './progress-line.ts'
import type { Client, Session } from './session.ts'

export interface Followed {
  readonly job: JobSummary
  readonly isInterrupted: boolean
}

/**
 * Follows a job to its end, showing progress on standard error. The first Ctrl-C cancels the job and waits for the
 * cancellation; a second one ends the process at once. When the process that does the work ends, this one takes over.
 */
export async function followJob(session: Session, jobId: string): Promise<Followed> {
  const line = new ProgressLine(process.stderr)
  let isInterrupted = false
  const interrupt = () => {
    if (isInterrupted) process.exit(130)
    isInterrupted = true
    // It may have ended in this very moment; then there is nothing to cancel.
    session.client.jobs.cancel({ jobId }).catch(() => undefined)
  }
  process.on('SIGINT', interrupt)
  process.on('SIGTERM', interrupt)
  try {
    for (;;) {
      const { client, isOwner } = session
      try {
        return { job: await watchToTheEnd(client, jobId, line), isInterrupted }
      } catch (error) {
        // A refusal is an answer; anything else says that nobody is there to answer any more.
        if (isOwner || error instanceof ORPCError) throw error
        await session.renew()
        if (isInterrupted) session.client.jobs.cancel({ jobId }).catch(() => undefined)
      }
    }
  } finally {
    line.close()
    process.off('SIGINT', interrupt)
    process.off('SIGTERM', interrupt)
  }
}

async function watchToTheEnd(client: Client, jobId: string, line: ProgressLine): Promise<JobSummary> {
  const abort = new AbortController()
  try {
    // A job that ended before the stream began, and long ago, is not among its jobs.
    let job = await client.jobs.get({ jobId })
    if (isFinished(job.state)) return job
    for await (const message of await client.jobs.watch(undefined, { signal: abort.signal })) {
      const seen = message.type === 'snapshot' ? message.jobs : message.changed
      job = seen.find(({ id }) => id === jobId) ?? job
      line.show(job)
      if (isFinished(job.state)) return await client.jobs.get({ jobId })
    }
    throw new Error('the stream of progress ended before the job')
  } finally {
    abort.abort()
  }
}

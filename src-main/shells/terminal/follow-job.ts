import { isFinished, type JobSummary } from '../../../src-preload/model.ts'
import { ProgressLine } from './progress-line.ts'
import type { Client } from './session.ts'

export interface Followed {
  readonly job: JobSummary
  readonly isInterrupted: boolean
}

/**
 * Follows a job to its end, showing progress on standard error. The first Ctrl-C cancels the job and waits for the
 * cancellation; a second one ends the process at once.
 */
export async function followJob(client: Client, jobId: string): Promise<Followed> {
  const line = new ProgressLine(process.stderr)
  let isInterrupted = false
  const interrupt = () => {
    if (isInterrupted) process.exit(130)
    isInterrupted = true
    // It may have ended in this very moment; then there is nothing to cancel.
    client.jobs.cancel({ jobId }).catch(() => undefined)
  }
  process.on('SIGINT', interrupt)
  process.on('SIGTERM', interrupt)
  const abort = new AbortController()
  try {
    for await (const message of await client.jobs.watch(undefined, { signal: abort.signal })) {
      const seen = message.type === 'snapshot' ? message.jobs : message.changed
      const job = seen.find(({ id }) => id === jobId)
      if (job === undefined) continue
      line.show(job)
      if (isFinished(job.state)) break
    }
    return { job: await client.jobs.get({ jobId }), isInterrupted }
  } finally {
    abort.abort()
    line.close()
    process.off('SIGINT', interrupt)
    process.off('SIGTERM', interrupt)
  }
}

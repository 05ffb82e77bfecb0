import { MAX_WINDOW } from '../../../src-preload/contract.ts'
import { WordmillError } from '../../../src-preload/errors.ts'
import type { JobSummary } from '../../../src-preload/model.ts'
import type { Client } from './session.ts'

/**
 * The job with an id, or the only one whose id begins with what was given among the latest 500.
 *
 * @throws WordmillError JOB_NOT_FOUND, or BAD_REQUEST when several begin so
 */
export async function findJob(client: Client, given: string): Promise<JobSummary> {
  const jobs = await client.jobs.list({ limit: MAX_WINDOW })
  const matches = jobs.filter((job) => job.id.startsWith(given.toLowerCase()))
  const [first] = matches
  if (matches.length > 1)
    throw new WordmillError('BAD_REQUEST', `${matches.length} jobs begin with ${given}. Give more of the id.`)
  if (first !== undefined) return first
  if (given.length === 36) return client.jobs.get({ jobId: given })
  throw new WordmillError('JOB_NOT_FOUND', `There is no job ${given}. List them with: wordmill jobs`)
}

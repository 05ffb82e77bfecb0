import { useMutation } from '@tanstack/react-query'
import type { UpdateInput } from '../../src-preload/contract.ts'
import type { JobSummary } from '../../src-preload/model.ts'
import { client } from '../state/backend.ts'
import { showError } from '../ui/show-error.ts'

export interface JobChange {
  readonly job: JobSummary
  readonly patch: Omit<UpdateInput, 'jobId'>
}

/** Changes what can be changed about a job at any time: its name, its priority. */
export function useUpdateJob() {
  return useMutation({
    mutationFn: ({ job, patch }: JobChange) => client.jobs.update({ ...patch, jobId: job.id }),
    onError(error, { job }) {
      showError(`${job.name} could not be changed`, error)
    },
  })
}

import { notifications } from '@mantine/notifications'
import { useMutation } from '@tanstack/react-query'
import type { ExportFormat, JobSummary } from '../../src-preload/model.ts'
import { client } from '../state/backend.ts'
import { showError } from '../ui/show-error.ts'

export interface ExportRequest {
  readonly job: JobSummary
  readonly format: ExportFormat
}

/** Exports a job: the desktop shell asks where to save, the browser shell offers a download. */
export function useExportJob() {
  return useMutation({
    mutationFn: ({ job, format }: ExportRequest) => client.exports.start({ jobId: job.id, format }),
    onSuccess(delivery) {
      if (delivery.kind === 'saved') notifications.show({ title: 'Saved', message: delivery.fileName })
      if (delivery.kind === 'download') download(delivery.url, delivery.fileName)
    },
    onError(error, { job }) {
      showError(`${job.name} was not exported`, error)
    },
  })
}

function download(url: string, fileName: string): void {
  const anchor = document.createElement('a')
  anchor.href = url
  anchor.download = fileName
  anchor.hidden = true
  document.body.append(anchor)
  anchor.click()
  anchor.remove()
}

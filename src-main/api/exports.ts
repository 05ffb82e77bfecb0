import { WordmillError } from '../../src-preload/errors.ts'
import type { ExportFormat, RequestDetail } from '../../src-preload/model.ts'
import type { JobRecord } from '../engine/ports/job-store.ts'
import { exportFormats } from '../export/export-formats.ts'
import { exportJob } from '../export/export-job.ts'
import { suggestFileName } from '../export/suggest-file-name.ts'
import type { JobReader } from '../store/job-reader.ts'
import type { Services } from './services.ts'
import type { ExportDelivery } from './shell.ts'

/** Words read in one go: a few milliseconds of the event loop. */
const PAGE = 250

/** The calls about exports. */
export function exportsOf({ reader, shell }: Services) {
  return {
    /** The shell decides where the file goes; the page is told its name, never its path. */
    async start(
      input: { jobId: string; format: ExportFormat },
      signal: AbortSignal | undefined,
    ): Promise<ExportDelivery> {
      const job = reader.job(input.jobId)
      if (job === undefined)
        throw new WordmillError('JOB_NOT_FOUND', `There is no job ${input.jobId}. It may have been deleted.`)
      const { fileExtension, mediaType } = exportFormats[input.format]
      return shell.deliverExport({
        fileName: suggestFileName(job.name, fileExtension),
        mediaType,
        write: async (path) => {
          const { format } = input
          await exportJob({ rows: rowsOf(reader, job), format, fields: job.fields, path, signal })
        },
      })
    },
  }
}

/** The words of a job in list order, a page at a time, so that a job of any size is exported in constant memory. */
function* rowsOf(reader: JobReader, job: JobRecord): Generator<RequestDetail> {
  for (let offset = 0; offset < job.total; offset += PAGE) yield* reader.details(job, offset, PAGE)
}

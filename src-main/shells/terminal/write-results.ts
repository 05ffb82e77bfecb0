import { MAX_WINDOW } from '../../../src-preload/contract.ts'
import type { JobSummary, RequestDetail } from '../../../src-preload/model.ts'
import { exportFormats } from '../../export/export-formats.ts'
import { exportJob } from '../../export/export-job.ts'
import type { Client } from './session.ts'

/** The words of a job in list order, a page at a time. */
export async function* detailsOf(client: Client, job: JobSummary): AsyncGenerator<RequestDetail> {
  for (let offset = 0; offset < job.counts.total; offset += MAX_WINDOW) {
    yield* await client.jobs.details({ jobId: job.id, offset, limit: MAX_WINDOW })
  }
}

/**
 * Writes the words of a job to a file by its ending, whole or not at all, or as JSON Lines to standard output for `-`.
 *
 * @throws WordmillError EXPORT_FAILED
 */
export async function writeResults(client: Client, job: JobSummary, out: string): Promise<void> {
  const rows = detailsOf(client, job)
  if (out === '-') {
    await exportFormats.jsonl.write(rows, { write: writeOut }, { fields: job.fields })
    return
  }
  const format = out.toLowerCase().endsWith('.csv') ? 'csv' : 'jsonl'
  await exportJob({ rows, format, fields: job.fields, path: out })
}

/** Resolves when standard output has room again: a slow reader slows the export, not the memory. */
function writeOut(text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    process.stdout.write(text, (error) => (error ? reject(error) : resolve()))
  })
}

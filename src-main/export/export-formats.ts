import type { ExportFormat } from '../../src-preload/model.ts'
import { csvFormat } from './csv-format.ts'
import type { ExportFormatWriter } from './export-format.ts'
import { jsonlFormat } from './jsonl-format.ts'

/** Every format results can be exported in, by its id. */
export const exportFormats: Readonly<Record<ExportFormat, ExportFormatWriter>> = { csv: csvFormat, jsonl: jsonlFormat }

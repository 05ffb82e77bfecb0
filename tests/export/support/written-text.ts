import type { ExportRow } from '../../../src-main/export/export-format.ts'
import { exportFormats } from '../../../src-main/export/export-formats.ts'
import { ALL_FIELDS, type ExportFormat, type Field } from '../../../src-preload/model.ts'

/** The whole text a format writes for some rows. */
export async function writtenText(
  format: ExportFormat,
  rows: Iterable<ExportRow>,
  fields: readonly Field[] = ALL_FIELDS,
): Promise<string> {
  const parts: string[] = []
  const write = async (text: string): Promise<void> => {
    parts.push(text)
  }
  await exportFormats[format].write(rows, { write }, { fields })
  return parts.join('')
}

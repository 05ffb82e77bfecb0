import { basename, extname, join } from 'node:path'
import { app, type BrowserWindow, dialog } from 'electron'
import type { ExportDelivery, ExportOffer } from '../../api/shell.ts'

/** Asks where an export goes, beginning in Downloads, and writes it there. */
export async function saveExport(parent: BrowserWindow | undefined, offer: ExportOffer): Promise<ExportDelivery> {
  const extension = extname(offer.fileName).slice(1)
  const options = {
    title: 'Export',
    defaultPath: join(app.getPath('downloads'), offer.fileName),
    filters: [{ name: extension.toUpperCase(), extensions: [extension] }],
  }
  const answer = await (parent === undefined ? dialog.showSaveDialog(options) : dialog.showSaveDialog(parent, options))
  if (answer.canceled || answer.filePath === '') return { kind: 'cancelled' }
  await offer.write(answer.filePath)
  return { kind: 'saved', fileName: basename(answer.filePath) }
}

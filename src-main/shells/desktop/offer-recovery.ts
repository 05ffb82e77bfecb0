import { dialog } from 'electron'
import { WordmillError } from '../../../src-preload/errors.ts'
import { type Backup, recoverLibrary } from '../../wordmill.ts'

/**
 * Asks what to do about a damaged library and does it. Resolves to whether it can be opened now; the damaged file is
 * kept whatever the answer.
 */
export async function offerRecovery(library: string, error: unknown): Promise<boolean> {
  if (!(error instanceof WordmillError) || error.code !== 'LIBRARY_DAMAGED') return false
  const [latest] = (error.data?.backups ?? []) as readonly Backup[]
  const restore = latest === undefined ? [] : [`Restore the backup of ${new Date(latest.at).toLocaleString()}`]
  const buttons = [...restore, 'Start with an empty library', 'Quit']
  const { response } = await dialog.showMessageBox({
    type: 'error',
    title: 'The library is damaged',
    message: 'Wordmill’s library is damaged and can’t be opened.',
    detail: `${String(error.data?.problem ?? '')}\nThe damaged file is kept, whatever you choose.`,
    buttons,
    defaultId: 0,
    cancelId: buttons.length - 1,
  })
  if (response === buttons.length - 1) return false
  recoverLibrary(library, response === 0 && latest !== undefined ? latest.name : 'empty', Date.now())
  return true
}

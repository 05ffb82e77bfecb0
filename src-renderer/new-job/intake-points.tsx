import { Portal } from '@mantine/core'
import { IconFileDownload } from '@tabler/icons-react'
import { type ChangeEvent, useCallback } from 'react'
import styles from './intake-points.module.css'
import { useIntakeStore } from './intake-store.ts'
import { useWindowDrop } from './use-window-drop.ts'
import { useWindowPaste } from './use-window-paste.ts'

const PICKER_ID = 'wordmill-file-picker'

/** Opens the system's file dialog; what is chosen goes to the confirm dialog. */
export function openFilePicker(): void {
  const input = document.getElementById(PICKER_ID)
  if (input instanceof HTMLInputElement) input.click()
}

/** The ways in that are always there: drop or paste anywhere on the window, and the file dialog. */
export function IntakePoints() {
  const addFiles = useIntakeStore((state) => state.addFiles)
  const addText = useIntakeStore((state) => state.addText)
  const isDragging = useWindowDrop(addFiles)
  useWindowPaste(addText, addFiles)
  const onChoose = useCallback(
    (event: ChangeEvent<HTMLInputElement>) => {
      addFiles([...(event.currentTarget.files ?? [])])
      // Emptied, so that choosing the same file again is a change again.
      event.currentTarget.value = ''
    },
    [addFiles],
  )
  return (
    <>
      <input
        id={PICKER_ID}
        type="file"
        multiple
        hidden
        accept=".txt,.csv,.tsv,.lst,text/plain,text/csv"
        aria-label="Word list files"
        onChange={onChoose}
      />
      {isDragging && (
        <Portal>
          <div className={styles.overlay} aria-hidden>
            <div className={styles.target}>
              <IconFileDownload size={44} stroke={1.5} />
              <p>Drop to read this list</p>
            </div>
          </div>
        </Portal>
      )}
    </>
  )
}

import { Button } from '@mantine/core'
import { ConnectionLostError } from '../state/connection.ts'
import { errorMessage } from '../ui/error-message.ts'
import { NoticeBox } from '../ui/notice-box.tsx'
import { useFocusOnMount } from '../ui/use-focus-on-mount.ts'
import styles from './inspection-problem.module.css'
import { openFilePicker } from './intake-points.tsx'

export interface InspectionProblemProps {
  readonly error: Error
  readonly onClose: () => void
  readonly onRetry: () => void
}

/** Why a list could not be read, in main's words, and the two ways on. */
export function InspectionProblem({ error, onClose, onRetry }: InspectionProblemProps) {
  const chooseRef = useFocusOnMount<HTMLButtonElement>()
  const chooseAnother = () => {
    onClose()
    openFilePicker()
  }
  return (
    <div className={styles.body}>
      <NoticeBox tone="failed">{errorMessage(error)}</NoticeBox>
      <p className={styles.hint}>Wordmill reads plain text, one word a line, and CSV tables, up to a million words.</p>
      <div className={styles.footer}>
        <Button variant="default" onClick={onClose}>
          Cancel
        </Button>
        {error instanceof ConnectionLostError && (
          <Button variant="default" onClick={onRetry}>
            Try again
          </Button>
        )}
        <Button ref={chooseRef} data-autofocus onClick={chooseAnother}>
          Choose another file
        </Button>
      </div>
    </div>
  )
}

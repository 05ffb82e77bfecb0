import { Loader, Modal } from '@mantine/core'
import { useState } from 'react'
import styles from './confirm-dialog.module.css'
import { ConfirmForm } from './confirm-form.tsx'
import { InspectionProblem } from './inspection-problem.tsx'
import { type Intake, useIntakeStore } from './intake-store.ts'
import { forgetInspections, useInspection } from './use-inspection.ts'

const DIALOG_CLASSES = { content: styles.content ?? '', header: styles.header ?? '', title: styles.title ?? '' }

/** Shows what was understood of each new list and starts it as a job; several lists come one after the other. */
export function ConfirmDialog() {
  const intake = useIntakeStore((state) => state.intakes[0])
  const left = useIntakeStore((state) => state.intakes.length)
  const arrived = useIntakeStore((state) => state.arrived)
  const finishFirst = useIntakeStore((state) => state.finishFirst)
  const close = (submittedListId?: string) => {
    if (intake === undefined) return
    forgetInspections(intake, submittedListId)
    finishFirst()
  }
  return (
    <Modal.Root opened={intake !== undefined} onClose={() => close()} size="56rem" classNames={DIALOG_CLASSES}>
      <Modal.Overlay />
      <Modal.Content>
        <Modal.Header>
          <Modal.Title>
            New job
            {intake !== undefined && (
              <>
                {' '}
                from “<bdi>{intake.label}</bdi>”
              </>
            )}
          </Modal.Title>
          {arrived > 1 && (
            <span className={styles.order}>
              {arrived - left + 1} of {arrived}
            </span>
          )}
          <Modal.CloseButton />
        </Modal.Header>
        {intake !== undefined && <ConfirmBody key={intake.id} intake={intake} onClose={close} />}
      </Modal.Content>
    </Modal.Root>
  )
}

interface ConfirmBodyProps {
  readonly intake: Intake
  readonly onClose: (submittedListId?: string) => void
}

function ConfirmBody({ intake, onClose }: ConfirmBodyProps) {
  const [column, setColumn] = useState<number>()
  const { data, error, isPlaceholderData, refetch } = useInspection(intake, column)
  if (error !== null)
    return <InspectionProblem error={error} onClose={() => onClose()} onRetry={() => void refetch()} />
  if (data === undefined) {
    return (
      <div className={styles.loading} role="status">
        <Loader size="sm" />
        Reading the list…
      </div>
    )
  }
  return (
    <ConfirmForm
      inspection={data}
      isReading={isPlaceholderData}
      onColumn={setColumn}
      onExpired={() => void refetch()}
      onClose={onClose}
    />
  )
}

import { ActionIcon, Menu } from '@mantine/core'
import { IconCheck, IconDots, IconPencil, IconRefresh, IconTrash, IconX } from '@tabler/icons-react'
import { isFinished, type JobSummary, prioritySchema } from '../../src-preload/model.ts'
import { useUiStore } from '../state/ui-store.ts'
import styles from './card-actions.module.css'
import { removeJob } from './remove-job.tsx'
import { useCancelJob } from './use-cancel-job.ts'
import { canRetryFailed, useRetryFailed } from './use-retry-failed.ts'
import { useUpdateJob } from './use-update-job.ts'

const ICON = { size: 16, 'aria-hidden': true } as const

/** Everything that can be done with a job beyond the buttons on its card. */
export function JobMenu({ job }: { readonly job: JobSummary }) {
  const renameJob = useUiStore((state) => state.renameJob)
  const retryFailed = useRetryFailed()
  const hasEnded = isFinished(job.state)
  return (
    <Menu withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <ActionIcon className={styles.action} variant="subtle" color="gray" aria-label="Job actions">
          <IconDots {...ICON} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {!hasEnded && <PriorityItems job={job} />}
        <Menu.Item leftSection={<IconPencil {...ICON} />} onClick={() => renameJob(job.id)}>
          Rename…
        </Menu.Item>
        {canRetryFailed(job) && (
          <Menu.Item leftSection={<IconRefresh {...ICON} />} onClick={() => retryFailed.mutate(job)}>
            Retry failed words
          </Menu.Item>
        )}
        <Menu.Divider />
        {hasEnded ? (
          <Menu.Item leftSection={<IconTrash {...ICON} />} onClick={() => removeJob(job)}>
            Remove
          </Menu.Item>
        ) : (
          <CancelItem job={job} />
        )}
      </Menu.Dropdown>
    </Menu>
  )
}

/** Each says what it is about, so that it needs no heading that a screen reader would pass over. */
function PriorityItems({ job }: { readonly job: JobSummary }) {
  const updateJob = useUpdateJob()
  return (
    <>
      {prioritySchema.options.toReversed().map((priority) => (
        <Menu.RadioItem
          key={priority}
          value={priority}
          checked={job.priority === priority}
          classNames={{ itemIndicator: styles.check ?? '' }}
          checkIcon={<IconCheck {...ICON} />}
          closeMenuOnClick
          onChange={() => updateJob.mutate({ job, patch: { priority } })}
        >
          {priority.charAt(0).toUpperCase() + priority.slice(1)} priority
        </Menu.RadioItem>
      ))}
      <Menu.Divider />
    </>
  )
}

function CancelItem({ job }: { readonly job: JobSummary }) {
  const cancelJob = useCancelJob()
  return (
    <Menu.Item leftSection={<IconX {...ICON} />} onClick={() => cancelJob.mutate(job)}>
      Cancel
    </Menu.Item>
  )
}

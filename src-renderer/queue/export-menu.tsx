import { Button, Menu } from '@mantine/core'
import { IconChevronDown, IconFileText, IconTable } from '@tabler/icons-react'
import type { JobSummary } from '../../src-preload/model.ts'
import styles from './export-menu.module.css'
import { useExportJob } from './use-export-job.ts'

/** Takes a job's words out of the app, finished or not. */
export function ExportMenu({ job }: { readonly job: JobSummary }) {
  const exportJob = useExportJob()
  return (
    <Menu withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <Button className={styles.button} variant="subtle" color="gray" size="compact-sm" loading={exportJob.isPending}>
          Export
          <IconChevronDown size={14} className={styles.arrow} aria-hidden />
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={<IconTable size={16} aria-hidden />}
          onClick={() => exportJob.mutate({ job, format: 'csv' })}
        >
          CSV, for spreadsheets
        </Menu.Item>
        <Menu.Item
          leftSection={<IconFileText size={16} aria-hidden />}
          onClick={() => exportJob.mutate({ job, format: 'jsonl' })}
        >
          JSONL, for programs
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}

import { CloseButton, Tabs } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { ALL_FIELDS, type Field, type JobSummary } from '../../src-preload/model.ts'
import { client } from '../state/backend.ts'
import { useQueueStore } from '../state/queue-store.ts'
import { FIELD_LABELS } from '../ui/field-labels.ts'
import { countNoun, formatCount } from '../ui/format-number.ts'
import { FailedPanel } from './failed-panel.tsx'
import styles from './job-detail.module.css'
import { JobTimeline } from './job-timeline.tsx'
import { WordsPanel } from './words-panel.tsx'

export interface JobDetailProps {
  readonly jobId: string
  readonly onClose: () => void
}

/** One job in full: its words with their entries, what was not found, what failed, what happened. */
export function JobDetail({ jobId, onClose }: JobDetailProps) {
  const live = useQueueStore((state) => state.byId.get(jobId))
  // A finished job may have left the live list; main still knows it.
  const { data: stored } = useQuery({
    queryKey: ['job', jobId],
    queryFn: ({ signal }) => client.jobs.get({ jobId }, { signal }),
    enabled: live === undefined,
  })
  const job = live ?? stored
  return (
    <div className={styles.detail}>
      <div className={styles.head}>
        <div className={styles.titles}>
          <h2 className={styles.title} dir="auto" title={job?.name}>
            {job?.name ?? ' '}
          </h2>
          {job !== undefined && <JobDescription job={job} />}
        </div>
        <CloseButton aria-label="Close details" onClick={onClose} />
      </div>
      {job !== undefined && <JobTabs key={jobId} job={job} />}
    </div>
  )
}

function JobDescription({ job: { fields, list } }: { readonly job: JobSummary }) {
  const account = [
    ...(list.fileName === undefined ? [] : [list.fileName]),
    countNoun(list.lines, 'line'),
    ...(list.merged > 0 ? [`${countNoun(list.merged, 'duplicate')} merged`] : []),
    ...(list.skipped > 0 ? [`${formatCount(list.skipped)} skipped`] : []),
  ]
  const asked = fields.length === ALL_FIELDS.length ? 'all fields' : fields.map(fieldName).join(' · ')
  return (
    <>
      <p className={styles.description} title={fields.map(fieldName).join(' · ')}>
        {asked}
      </p>
      <p className={styles.account}>{account.join(' · ')}</p>
    </>
  )
}

function fieldName(field: Field): string {
  return FIELD_LABELS[field].toLowerCase()
}

type TabName = 'words' | 'not-found' | 'failed' | 'timeline'

function JobTabs({ job }: { readonly job: JobSummary }) {
  const [tab, setTab] = useState<TabName>('words')
  const { notFound, failed } = job.counts
  const tabs: readonly [TabName, ReactNode][] = [
    ['words', 'Words'],
    ['not-found', <TabLabel key="n" text="Not found" count={notFound} />],
    ['failed', <TabLabel key="f" text="Failed" count={failed} />],
    ['timeline', 'Timeline'],
  ]
  const choose = (value: string | null) => setTab(tabs.find(([name]) => name === value)?.[0] ?? 'words')
  return (
    <Tabs className={styles.tabs} value={tab} onChange={choose} keepMounted={false}>
      <Tabs.List className={styles.tabList}>
        {tabs.map(([name, label]) => (
          <Tabs.Tab key={name} value={name} className={styles.tab}>
            {label}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      <Tabs.Panel value="words" className={styles.panel}>
        <WordsPanel job={job} />
      </Tabs.Panel>
      <Tabs.Panel value="not-found" className={styles.panel}>
        <WordsPanel job={job} state="not-found" />
      </Tabs.Panel>
      <Tabs.Panel value="failed" className={styles.panel}>
        <FailedPanel job={job} />
      </Tabs.Panel>
      <Tabs.Panel value="timeline" className={styles.panel}>
        <JobTimeline job={job} />
      </Tabs.Panel>
    </Tabs>
  )
}

function TabLabel({ text, count }: { readonly text: string; readonly count: number }) {
  return count === 0 ? text : `${text} ${formatCount(count)}`
}

import { useEffect, useId, useState } from 'react'
import { isFinished, type JobSummary } from '../../src-preload/model.ts'
import { WordEntry } from '../entries/word-entry.tsx'
import { errorMessage } from '../ui/error-message.ts'
import { NoticeBox } from '../ui/notice-box.tsx'
import { type NarrowedState, resultsVersion, useResultPages } from './use-result-pages.ts'
import { useWindowedRows } from './use-windowed-rows.ts'
import { WordGrid } from './word-grid.tsx'
import { ROW_HEIGHT } from './word-row.tsx'
import styles from './words-panel.module.css'

export interface WordsPanelProps {
  readonly job: JobSummary
  /** Narrows the list to words in one state. */
  readonly state?: NarrowedState
}

/** The words of a job above, the entry of the selected one below. */
export function WordsPanel({ job, state }: WordsPanelProps) {
  const count = listLength(job, state)
  const rows = useWindowedRows(count, ROW_HEIGHT)
  const version = resultsVersion(job)
  const pages = useResultPages({ jobId: job.id, state, range: rows.range, version })
  const [selected, setSelected] = useState<number>()
  const entryId = useId()
  const firstPosition = pages.rowAt(0)?.position
  useEffect(() => {
    if (firstPosition !== undefined) setSelected((before) => before ?? firstPosition)
  }, [firstPosition])
  if (count === 0) return <p className={styles.nothing}>{state === undefined ? 'No words.' : 'None so far.'}</p>
  return (
    <div className={styles.panel}>
      {pages.error !== null && (
        <div className={styles.problem}>
          <NoticeBox tone="failed">{errorMessage(pages.error)}</NoticeBox>
        </div>
      )}
      <WordGrid
        label={`Words of ${job.name}`}
        count={count}
        rows={rows}
        pages={pages}
        selected={selected}
        isFinished={isFinished(job.state)}
        onSelect={setSelected}
        onOpen={() => document.getElementById(entryId)?.focus()}
      />
      {selected !== undefined && (
        <WordEntry
          id={entryId}
          jobId={job.id}
          position={selected}
          isLive={!isFinished(job.state)}
          endedAt={job.finishedAt}
        />
      )}
    </div>
  )
}

function listLength({ counts }: JobSummary, state: NarrowedState | undefined): number {
  if (state === 'not-found') return counts.notFound
  return state === 'failed' ? counts.failed : counts.total
}

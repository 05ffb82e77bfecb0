import { Tooltip } from '@mantine/core'
import { IconBan, IconCircleCheck, IconCircleX, IconPlayerPause } from '@tabler/icons-react'
import { type Eta, isFinished, type JobSummary } from '../../src-preload/model.ts'
import { engineHold } from '../state/engine-state.ts'
import { useQueueStore } from '../state/queue-store.ts'
import { formatCount, formatRate } from '../ui/format-number.ts'
import { formatDuration, formatMoment } from '../ui/format-time.ts'
import { wordsDone } from '../ui/segments.ts'
import { etaRangeText } from '../ui/steady-eta.ts'
import { useNow } from '../ui/use-now.ts'
import { useSteadyEta } from '../ui/use-steady-eta.ts'
import styles from './job-facts.module.css'
import { standstill } from './job-standing.ts'

/** The line under the bar: the same counts as its colours in words, and what the state adds to them. */
export function JobFacts({ job }: { readonly job: JobSummary }) {
  const { counts } = job
  const done = wordsDone(counts)
  return (
    <p className={styles.facts}>
      <span>
        <b>{formatCount(done)}</b> / {formatCount(counts.total)}
      </span>
      <StateFacts job={job} />
      {counts.cached > 0 && (
        <span className={styles.cached}>
          <b>{formatCount(counts.cached)}</b> from cache
        </span>
      )}
      {counts.notFound > 0 && (
        <span className={styles.notFound}>
          <b>{formatCount(counts.notFound)}</b> not found
        </span>
      )}
      {counts.failed > 0 && (
        <span className={styles.failed}>
          <b>{formatCount(counts.failed)}</b> failed
        </span>
      )}
    </p>
  )
}

function StateFacts({ job }: { readonly job: JobSummary }) {
  const hold = useQueueStore(({ stats }) => engineHold(stats))
  if (isFinished(job.state)) return <FinishedFacts job={job} />
  const reason = standstill(job, hold)
  if (reason === undefined) return <RunningFacts rate={job.wordsPerSecond} eta={job.eta} />
  const isPaused = job.state === 'paused' || (job.state === 'running' && hold === 'paused')
  return (
    <span className={styles.standing}>
      {isPaused && <IconPlayerPause size={15} stroke={2} aria-hidden />}
      {reason}
    </span>
  )
}

interface RunningFactsProps {
  readonly rate: number | undefined
  readonly eta: Eta | undefined
}

function RunningFacts({ rate, eta }: RunningFactsProps) {
  const text = useSteadyEta(eta)
  return (
    <>
      {rate !== undefined && rate > 0 && (
        <span>
          <b>{formatRate(rate)}</b>/s
        </span>
      )}
      {eta !== undefined && text !== undefined && (
        <Tooltip label={etaRangeText(eta)}>
          <span className={styles.eta}>
            <EtaText text={text} />
          </span>
        </Tooltip>
      )}
    </>
  )
}

/** The time stands out, as the other numbers of the line do. */
function EtaText({ text }: { readonly text: string }) {
  const [, time, left] = /^(?:about )?(\d.*)( left)$/.exec(text) ?? []
  if (time === undefined) return text
  return (
    <>
      {text.slice(0, text.indexOf(time))}
      <b>{time}</b>
      {left}
    </>
  )
}

const ENDS = {
  completed: { icon: IconCircleCheck, word: 'completed', tone: 'found' },
  cancelled: { icon: IconBan, word: 'cancelled', tone: 'neutral' },
  failed: { icon: IconCircleX, word: 'failed', tone: 'failed' },
} as const

function FinishedFacts({ job }: { readonly job: JobSummary }) {
  const now = useNow(600_000, true)
  if (job.state !== 'completed' && job.state !== 'cancelled' && job.state !== 'failed') return null
  const { icon: Icon, word, tone } = ENDS[job.state]
  const { startedAt, finishedAt } = job
  return (
    <>
      {job.state === 'completed' && startedAt !== undefined && finishedAt !== undefined && (
        <span>
          in <b>{formatDuration(finishedAt - startedAt)}</b>
        </span>
      )}
      <span className={styles.end} data-tone={tone}>
        <Icon size={15} stroke={2} aria-hidden />
        {word}
        {finishedAt !== undefined && ` ${formatMoment(finishedAt, now)}`}
      </span>
    </>
  )
}

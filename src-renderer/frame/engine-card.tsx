import { IconAlertTriangleFilled, IconPlayerPauseFilled } from '@tabler/icons-react'
import { describeEngine, type EngineState } from '../state/engine-state.ts'
import { useQueueStore } from '../state/queue-store.ts'
import { formatCount } from '../ui/format-number.ts'
import styles from './engine-card.module.css'
import { Sparkline } from './sparkline.tsx'

/** What the engine does right now, in the corner of every screen. */
export function EngineCard() {
  const stats = useQueueStore((state) => state.stats)
  const status = useQueueStore((state) => state.status)
  const isRunning = stats !== undefined && stats.runningJobs > 0
  const { text, tone } = describeEngine(stats, status)
  return (
    <section className={styles.card} aria-label="Engine">
      <p className={styles.state} data-tone={tone}>
        <EngineSign tone={tone} />
        <span className={styles.text}>{text}</span>
      </p>
      {isRunning && (
        <div className={styles.wide}>
          <Sparkline values={stats.recent} />
        </div>
      )}
      {stats !== undefined && (
        <dl className={styles.facts}>
          <dt>Words/min</dt>
          <dd>{formatCount(stats.wordsPerMinute)}</dd>
          <dt className={styles.wide}>Slots</dt>
          <dd className={styles.wide}>
            {stats.runningJobs} of {stats.slots}
          </dd>
        </dl>
      )}
    </section>
  )
}

/** A dot, or a sign of its own where the colour alone would have to tell that nothing moves. */
function EngineSign({ tone }: { readonly tone: EngineState['tone'] }) {
  if (tone === 'paused') return <IconPlayerPauseFilled size={14} className={styles.sign} aria-hidden />
  if (tone === 'stopped') return <IconAlertTriangleFilled size={14} className={styles.sign} aria-hidden />
  return <span className={styles.dot} aria-hidden />
}

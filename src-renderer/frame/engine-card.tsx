import { useQueueStore } from '../state/queue-store.ts'
import { formatCount } from '../ui/format-number.ts'
import styles from './engine-card.module.css'
import { Sparkline } from './sparkline.tsx'

/** What the engine does right now, in the corner of every screen. */
export function EngineCard() {
  const stats = useQueueStore((state) => state.stats)
  const status = useQueueStore((state) => state.status)
  const isRunning = stats !== undefined && stats.runningJobs > 0
  const state = status !== 'live' ? 'Engine not reached' : isRunning ? 'Engine running' : 'Engine ready'
  const tone = status !== 'live' ? 'lost' : isRunning ? 'running' : 'ready'
  return (
    <section className={styles.card} aria-label="Engine">
      <p className={styles.state} data-tone={tone}>
        <span className={styles.dot} aria-hidden />
        <span className={styles.wide}>{state}</span>
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

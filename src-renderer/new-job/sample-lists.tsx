import { UnstyledButton } from '@mantine/core'
import { useAppInfo } from '../state/queries.ts'
import { useIntakeStore } from './intake-store.ts'
import styles from './sample-lists.module.css'

/** The lists that come with the app; one click shows what would be looked up. */
export function SampleLists() {
  const { data } = useAppInfo()
  const addSample = useIntakeStore((state) => state.addSample)
  if (data === undefined || data.samples.length === 0) return null
  return (
    <div className={styles.samples}>
      <p className={styles.lead}>No list at hand? Try one:</p>
      <ul className={styles.cards}>
        {data.samples.map((sample) => (
          <li key={sample.id}>
            <UnstyledButton className={styles.card} onClick={() => addSample(sample)}>
              <span className={styles.name}>{sample.name}</span>
              <span className={styles.description}>{sample.description}</span>
            </UnstyledButton>
          </li>
        ))}
      </ul>
    </div>
  )
}

import styles from './commonness.module.css'

const WORDS = ['very rare', 'rare', 'less common', 'common', 'very common']
const MOST = 5

export interface CommonnessProps {
  readonly stars: number
  readonly source: string
}

/** How common a word is: stars to compare at a glance, words to read. */
export function Commonness({ stars, source }: CommonnessProps) {
  return (
    <p className={styles.commonness} title={`${stars} of ${MOST} stars, from ${source}`}>
      <span className={styles.stars} aria-hidden>
        {'★'.repeat(stars)}
        <span className={styles.unlit}>{'★'.repeat(MOST - stars)}</span>
      </span>{' '}
      {WORDS[stars - 1]}
    </p>
  )
}

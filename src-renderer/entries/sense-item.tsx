import type { Sense } from '../../src-preload/model.ts'
import styles from './sense-item.module.css'

export interface SenseItemProps {
  readonly number: number
  readonly sense: Sense
  readonly source: string
}

/** One meaning: definition, examples, words that mean the same or the opposite, and who says so. */
export function SenseItem({ number, sense, source }: SenseItemProps) {
  const { definition, examples, synonyms, antonyms } = sense
  return (
    <li className={styles.sense}>
      <span className={styles.number}>{number}</span>
      <div className={styles.body}>
        <p className={styles.definition} dir="auto">
          {definition}
        </p>
        {examples.map((example) => (
          <p key={example} className={styles.example} dir="auto">
            “{example}”
          </p>
        ))}
        <WordChips label="Synonyms" words={synonyms} />
        <WordChips label="Antonyms" words={antonyms} isMarked />
        <p className={styles.source}>{source}</p>
      </div>
    </li>
  )
}

interface WordChipsProps {
  readonly label: string
  readonly words: readonly string[]
  /** Antonyms carry a sign, so that they are not taken for synonyms. */
  readonly isMarked?: boolean
}

function WordChips({ label, words, isMarked = false }: WordChipsProps) {
  if (words.length === 0) return null
  return (
    <ul className={styles.chips} aria-label={label}>
      {words.map((word) => (
        <li key={word} className={styles.chip} data-marked={isMarked} dir="auto">
          {isMarked && <span aria-hidden>≠ </span>}
          {word}
        </li>
      ))}
    </ul>
  )
}

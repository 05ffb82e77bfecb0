import { Fragment } from 'react'
import type { Entry, Sense } from '../../src-preload/model.ts'
import { useNotices } from '../state/queries.ts'
import { Commonness } from './commonness.tsx'
import styles from './entry-card.module.css'
import { groupSenses } from './group-senses.ts'
import { SenseItem } from './sense-item.tsx'
import { sourceLabel } from './source-label.ts'

export interface EntryCardProps {
  /** The word as it stands in the list. */
  readonly word: string
  readonly entry: Entry
}

/** A dictionary entry: headword, how it sounds, how common it is, and its senses with their sources. */
export function EntryCard({ word, entry }: EntryCardProps) {
  const { lemma, pronunciation, commonness } = entry
  const nameSource = useSourceNames()
  return (
    <div className={styles.card}>
      <h3 className={styles.head}>
        <span className={styles.headword} dir="auto">
          {lemma}
        </span>
        {pronunciation.map(({ ipa, region, source }) => (
          <span key={`${region} ${ipa}`} className={styles.ipa} title={nameSource(source)}>
            /{ipa}/ <small>{region}</small>
          </span>
        ))}
      </h3>
      {lemma !== word && (
        <p className={styles.inflection}>
          <bdi>{word}</bdi> → <bdi>{lemma}</bdi>
        </p>
      )}
      {commonness !== undefined && <Commonness stars={commonness.stars} source={nameSource(commonness.source)} />}
      {groupSenses(entry).map(({ partOfSpeech, lemma: base, senses }) => (
        <Fragment key={`${base ?? ''} ${partOfSpeech} ${senses[0]?.number}`}>
          <h4 className={styles.partOfSpeech}>
            {partOfSpeech}
            {base !== undefined && (
              <span className={styles.base}>
                {' '}
                of <bdi>{base}</bdi>
              </span>
            )}
          </h4>
          <ol className={styles.senses}>
            {senses.map(({ number, sense }) => (
              <SenseItem key={number} number={number} sense={sense} source={nameSource(sense.source)} />
            ))}
          </ol>
        </Fragment>
      ))}
    </div>
  )
}

/** "WordNet 3.1" for the id of a source, or the id itself when it has no notice. */
function useSourceNames(): (source: Sense['source']) => string {
  const { data } = useNotices()
  return (source) => {
    const notice = data?.find(({ id }) => id === source)
    return notice === undefined ? source : sourceLabel(notice)
  }
}

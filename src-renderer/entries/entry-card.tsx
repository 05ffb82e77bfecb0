import type { Entry, Sense } from '../../src-preload/model.ts'
import { useNotices } from '../state/queries.ts'
import { Commonness } from './commonness.tsx'
import styles from './entry-card.module.css'
import { groupSenses, type SenseGroup } from './group-senses.ts'
import { SenseItem } from './sense-item.tsx'
import { sourceLabel } from './source-label.ts'

type NameSource = (source: Sense['source']) => string

export interface EntryCardProps {
  /** The word as it stands in the list. */
  readonly word: string
  readonly entry: Entry
}

/** A dictionary entry: the word, how it sounds, how common it is, and its senses with their sources. */
export function EntryCard({ word, entry }: EntryCardProps) {
  const { commonness } = entry
  const nameSource = useSourceNames()
  return (
    <div className={styles.card}>
      <EntryHead word={word} entry={entry} nameSource={nameSource} />
      {commonness !== undefined && <Commonness stars={commonness.stars} source={nameSource(commonness.source)} />}
      {groupSenses(entry).map((group) => (
        <SenseGroupList
          key={`${group.lemma ?? ''} ${group.partOfSpeech} ${group.senses[0]?.number}`}
          group={group}
          nameSource={nameSource}
        />
      ))}
    </div>
  )
}

/** The word of the list, because that is what the sound belongs to, and the base form its senses are found under. */
function EntryHead({ word, entry, nameSource }: EntryCardProps & { readonly nameSource: NameSource }) {
  const { lemma, pronunciation } = entry
  return (
    <>
      <h3 className={styles.head}>
        <span className={styles.headword} dir="auto">
          {word}
        </span>
        {pronunciation.map(({ ipa, region, source }) => (
          <span key={`${region} ${ipa}`} className={styles.ipa} title={nameSource(source)}>
            /{ipa}/ <small>{region}</small>
          </span>
        ))}
      </h3>
      {lemma !== word && (
        <p className={styles.base}>
          form of <bdi className={styles.lemma}>{lemma}</bdi>
        </p>
      )}
    </>
  )
}

interface SenseGroupListProps {
  readonly group: SenseGroup
  readonly nameSource: NameSource
}

function SenseGroupList({ group: { partOfSpeech, lemma, senses }, nameSource }: SenseGroupListProps) {
  return (
    <>
      <h4 className={styles.partOfSpeech}>
        {partOfSpeech}
        {lemma !== undefined && (
          <span className={styles.otherBase}>
            {' '}
            of <bdi>{lemma}</bdi>
          </span>
        )}
      </h4>
      <ol className={styles.senses}>
        {senses.map(({ number, sense }) => (
          <SenseItem key={number} number={number} sense={sense} source={nameSource(sense.source)} />
        ))}
      </ol>
    </>
  )
}

/** "WordNet 3.1" for the id of a source, or the id itself when it has no notice. */
function useSourceNames(): NameSource {
  const { data } = useNotices()
  return (source) => {
    const notice = data?.find(({ id }) => id === source)
    return notice === undefined ? source : sourceLabel(notice)
  }
}

import { useAppInfo, useNotices } from '../state/queries.ts'
import { BrandMark } from '../ui/brand-mark.tsx'
import { errorMessage } from '../ui/error-message.ts'
import { formatCount } from '../ui/format-number.ts'
import { NoticeBox } from '../ui/notice-box.tsx'
import styles from './about-screen.module.css'
import { SourceNotice } from './source-notice.tsx'

/** What this is, and whose data it stands on. */
export function AboutScreen() {
  const info = useAppInfo()
  const notices = useNotices()
  return (
    <div className={styles.screen}>
      <div className={styles.column}>
        <h1 className={styles.title}>About & licences</h1>
        <section className={styles.app}>
          <p className={styles.name}>
            <BrandMark /> Wordmill {info.data?.version}
          </p>
          <p className={styles.text}>
            Drop a word list, get dictionary entries. Everything is looked up on this computer; nothing is sent
            anywhere.
          </p>
          {info.data !== undefined && <DictionaryLine {...info.data.dictionary} />}
          <p className={styles.text}>Wordmill is free software under the MIT licence.</p>
        </section>
        <h2 className={styles.heading}>Data sources</h2>
        {notices.error !== null && <NoticeBox tone="failed">{errorMessage(notices.error)}</NoticeBox>}
        {notices.data?.map((notice) => (
          <SourceNotice key={notice.id} notice={notice} />
        ))}
      </div>
    </div>
  )
}

interface DictionaryLineProps {
  readonly isReady: boolean
  readonly lemmas: number
  readonly version: string
}

function DictionaryLine({ isReady, lemmas, version }: DictionaryLineProps) {
  const text = isReady
    ? `Offline dictionary: ${formatCount(lemmas)} words and phrases (build ${version}).`
    : 'The offline dictionary is not built yet. Start Wordmill again to build it.'
  return <p className={styles.text}>{text}</p>
}

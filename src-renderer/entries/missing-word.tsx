import type { RequestDetail } from '../../src-preload/model.ts'
import { NoticeBox } from '../ui/notice-box.tsx'
import styles from './missing-word.module.css'

export interface MissingWordProps {
  readonly detail: RequestDetail
  readonly isLive: boolean
}

/** A word without an entry: why, and what may have been meant. */
export function MissingWord({ detail, isLive }: MissingWordProps) {
  const { word, line, state, fault, suggestions = [], attempts } = detail
  return (
    <div>
      <h3 className={styles.word} dir="auto">
        {word}
      </h3>
      <p className={styles.place}>
        Line {line} of the list{attempts !== undefined && attempts > 1 && ` · ${attempts} attempts`}
      </p>
      {state === 'not-found' && <p className={styles.text}>The dictionary has no entry for this.</p>}
      {state === 'pending' && (
        <p className={styles.text}>
          {isLive ? 'Waiting to be looked up.' : 'The job ended before this was looked up.'}
        </p>
      )}
      {state === 'failed' && (
        <NoticeBox tone="failed">{fault?.message ?? 'The look-up failed without saying why.'}</NoticeBox>
      )}
      {suggestions.length > 0 && (
        <>
          <h4 className={styles.lead}>Did you mean</h4>
          <ul className={styles.suggestions}>
            {suggestions.map((suggestion) => (
              <li key={suggestion} dir="auto">
                {suggestion}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}

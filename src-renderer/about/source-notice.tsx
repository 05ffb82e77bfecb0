import type { Notice } from '../../src-preload/model.ts'
import styles from './source-notice.module.css'

/** Credit for one data source, with its licence to unfold. The shell opens the address in the system's browser. */
export function SourceNotice({ notice }: { readonly notice: Notice }) {
  const { name, version, use, licence, url, text } = notice
  return (
    <article className={styles.notice} aria-label={name}>
      <h3 className={styles.name}>
        {name} <span className={styles.version}>{version}</span>
      </h3>
      <p className={styles.use}>{use}</p>
      <a className={styles.address} href={url} target="_blank" rel="noreferrer">
        {url}
      </a>
      <details className={styles.licence}>
        <summary>{licence}</summary>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
        <pre className={styles.text} tabIndex={0}>
          {text}
        </pre>
      </details>
    </article>
  )
}

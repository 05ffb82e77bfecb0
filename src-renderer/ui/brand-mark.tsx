import styles from './brand-mark.module.css'

/** The logo; the name stands beside it, so it is decoration. */
export function BrandMark() {
  return (
    <span className={styles.mark} aria-hidden>
      W
    </span>
  )
}

import styles from './sparkline.module.css'
import { sparklinePoints } from './sparkline-points.ts'

const WIDTH = 160
const HEIGHT = 28

/** The last minute at a glance; the number below says the same in words. */
export function Sparkline({ values }: { readonly values: readonly number[] }) {
  return (
    <svg className={styles.line} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden>
      <polyline points={sparklinePoints(values, WIDTH, HEIGHT)} vectorEffect="non-scaling-stroke" />
    </svg>
  )
}

import { drawingOf, type Estimate } from './drawing'
import styles from './IntervalBar.module.css'

/** An estimate with its interval against the zero line. */
export function IntervalBar({ estimate, shown, label }: { estimate: Estimate; shown: boolean; label: string }) {
  const { zero, low, high, point } = drawingOf(estimate)
  const percent = (share: number) => `${share * 100}%`
  return (
    <div className={styles.interval} role="img" aria-label={label}>
      <i className={styles.zero} style={{ left: percent(zero) }} />
      <span className={styles.zeroLabel} style={{ left: percent(zero) }}>
        0
      </span>
      <i className={shown ? styles.range : styles.rangeUnsure} style={{ left: percent(low), width: percent(high - low) }} />
      <i className={shown ? styles.point : styles.pointUnsure} style={{ left: percent(point) }} />
    </div>
  )
}

import type { Effect } from '@/client'
import { drawingOf } from '../api/effect'
import styles from './Effect.module.css'

/** An estimate with its interval against the zero line. */
export function IntervalBar({ effect, shown, label }: { effect: Effect; shown: boolean; label: string }) {
  const { zero, low, high, point } = drawingOf(effect)
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

import { useFormat } from '@/shared/hooks/useFormat'
import styles from './Analysis.module.css'

interface Props {
  count: number
  of: number
  /** The share that fills the bar. */
  most: number
  quiet?: boolean
}

/** A share as a bar, with its numerator beside it. */
export function ShareBar({ count, of, most, quiet }: Props) {
  const format = useFormat()
  const share = of > 0 ? count / of : 0
  return (
    <div className={styles.share}>
      <span className="ww-number">
        {format.rate(of > 0 ? share : null)} <span className="ww-muted ww-small">{format.count(count)}</span>
      </span>
      <i aria-hidden="true" className={quiet ? styles.quiet : undefined} style={{ width: `${most > 0 ? (share / most) * 100 : 0}%` }} />
    </div>
  )
}

import { Tooltip } from 'antd'
import styles from './Bars.module.css'

interface Bar {
  name: string
  value: number
  /** The bar in words, for who hovers and who cannot see it. */
  words: string
}

/** A few counts side by side. */
export function Bars({ bars, label, named }: { bars: Bar[]; label: string; named?: boolean }) {
  const most = Math.max(1, ...bars.map(({ value }) => value))
  return (
    <div className={styles.bars} role="img" aria-label={`${label}: ${bars.map(({ words }) => words).join(', ')}`}>
      {bars.map(({ name, value, words }) => (
        <Tooltip key={name} title={words}>
          <span className={styles.bar}>
            <i style={{ height: `${Math.max(2, (value / most) * 100)}%` }} />
            {named && <span className={styles.name}>{name}</span>}
          </span>
        </Tooltip>
      ))}
    </div>
  )
}

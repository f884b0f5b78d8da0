import { useRef, useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { Intersection, OverlapMember } from '@/client'
import { useFormat } from '@/shared/hooks/useFormat'
import { useSharedName } from './useSharedName'
import styles from './Analysis.module.css'

interface Props {
  members: OverlapMember[]
  columns: Intersection[]
  union: number
  onChoose: (column: Intersection) => void
}

const WIDTH = 46
const BARS = 170
const ROW = 28

/**
 * An UpSet plot (Lex et al. 2014): a row for each segment, a column for each intersection, its bar above. A column is a
 * button; arrows go from one to the next.
 */
export function UpSet({ members, columns, union, onChoose }: Props) {
  const { t } = useTranslation()
  const format = useFormat()
  const nameOf = useSharedName(members)
  const [current, setCurrent] = useState(0)
  const buttons = useRef<(HTMLButtonElement | null)[]>([])
  const most = Math.max(...columns.map(({ count }) => count))

  function onKeyDown(event: KeyboardEvent) {
    const steps: Record<string, number> = { ArrowRight: current + 1, ArrowLeft: current - 1, Home: 0, End: columns.length - 1 }
    const next = steps[event.key]
    if (next === undefined || next < 0 || next >= columns.length) return
    event.preventDefault()
    setCurrent(next)
    buttons.current[next]?.focus()
  }

  return (
    <div className={styles.plot} role="group" aria-label={t('analysis.overlap.title')} data-testid="upset" onKeyDown={onKeyDown}>
      <div className={styles.names}>
        {members.map(({ id, name, count }) => (
          <div key={id} className={styles.name} title={name}>
            <span>{name}</span>
            <span className="ww-muted ww-number ww-small">{format.count(count)}</span>
          </div>
        ))}
      </div>
      {columns.map((column, index) => {
        const height = Math.max(2, (column.count / most) * (BARS - 22))
        const rows = members.flatMap(({ id }, row) => (column.segments.includes(id) ? [row] : []))
        const middle = (row: number) => BARS + row * ROW + ROW / 2
        return (
          <button
            key={column.segments.join()}
            ref={(button) => {
              buttons.current[index] = button
            }}
            type="button"
            className={styles.column}
            tabIndex={index === current ? 0 : -1}
            aria-label={t('analysis.overlap.column', { what: nameOf(column), n: format.exact(column.count), rate: format.rate(column.count / union) })}
            title={nameOf(column)}
            onFocus={() => setCurrent(index)}
            onClick={() => onChoose(column)}
          >
            <svg width={WIDTH} height={BARS + members.length * ROW} aria-hidden="true">
              <text x={WIDTH / 2} y={BARS - height - 6} textAnchor="middle">
                {format.count(column.count)}
              </text>
              <rect className={styles.bar} x={WIDTH / 2 - 10} y={BARS - height} width={20} height={height} rx={2} />
              {rows.length > 1 && <line className={styles.join} x1={WIDTH / 2} x2={WIDTH / 2} y1={middle(rows[0])} y2={middle(rows[rows.length - 1])} />}
              {members.map(({ id }, row) => (
                <circle key={id} className={column.segments.includes(id) ? styles.in : styles.out} cx={WIDTH / 2} cy={middle(row)} r={6} />
              ))}
            </svg>
          </button>
        )
      })}
    </div>
  )
}

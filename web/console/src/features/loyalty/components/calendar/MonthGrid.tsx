import { Tooltip } from 'antd'
import { useTranslation } from 'react-i18next'
import type { ListBenefitCalendarResponse } from '@/client'
import { StateDot } from '@/shared/components/StateTag'
import { useText } from '@/shared/hooks/useLanguage'
import { gridOf } from '../../api/month'
import styles from './MonthGrid.module.css'

type Entry = ListBenefitCalendarResponse[number]

const TONES = { 'member-day': 'sun', rule: 'sun', birthday: 'good', coupon: 'water', mall: 'water', draw: 'calm', task: 'calm', benefit: 'good' } as const
const WEEKDAYS = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'] as const

/** A month from Monday to Sunday, with what is on each day. */
export function MonthGrid({ month, entries }: { month: string; entries: Entry[] }) {
  const { t } = useTranslation()
  const text = useText()
  return (
    <div className={styles.grid} role="grid" aria-label={month}>
      {WEEKDAYS.map((day) => (
        <div key={day} className={styles.weekday} role="columnheader">
          {t(`coupon.weekdays.${day}`)}
        </div>
      ))}
      {gridOf(month).map((day, place) => (
        <div key={day ?? `blank${place}`} className={styles.day} role="gridcell" aria-label={day ?? undefined}>
          {day && <span className="ww-number ww-muted">{Number(day.slice(8))}</span>}
          {day &&
            entries
              .filter(({ days }) => days.includes(day))
              .map((entry) => (
                <Tooltip key={`${entry.kind}${entry.id}`} title={`${t(`play.calendar.kinds.${entry.kind}`)} · ${text(entry.words)}`}>
                  <span className={styles.entry}>
                    <StateDot tone={TONES[entry.kind]} /> {entry.name}
                  </span>
                </Tooltip>
              ))}
        </div>
      ))}
    </div>
  )
}

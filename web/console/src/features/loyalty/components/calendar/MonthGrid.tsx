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

/** A month from Monday to Sunday, with what is on each day; on a narrow screen the days on which something is, one below the other. */
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
      {gridOf(month).map((day, place) => {
        const on = day === null ? [] : entries.filter(({ days }) => days.includes(day))
        return (
          <div key={day ?? `blank${place}`} className={`${styles.day} ${on.length === 0 ? styles.nothing : ''}`} role="gridcell" aria-label={day ?? undefined}>
            {day && (
              <span className="ww-number ww-muted">
                {Number(day.slice(8))} <span className={styles.narrow}>{t(`coupon.weekdays.${WEEKDAYS[place % WEEKDAYS.length]}`)}</span>
              </span>
            )}
            {on.map((entry) => {
              const words = `${t(`play.calendar.kinds.${entry.kind}`)} · ${text(entry.words)}`
              return (
                <Tooltip key={`${entry.kind}${entry.id}`} title={words}>
                  <span className={styles.entry}>
                    <StateDot tone={TONES[entry.kind]} /> {entry.name} <span className={`${styles.narrow} ww-muted`}>{words}</span>
                  </span>
                </Tooltip>
              )
            })}
          </div>
        )
      })}
    </div>
  )
}

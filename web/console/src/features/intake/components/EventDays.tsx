import { Tooltip } from 'antd'
import { useTranslation } from 'react-i18next'
import type { CatalogueDetail } from '@/client'
import { useFormat } from '@/shared/hooks/useFormat'
import { lastDays } from '../api/lastDays'
import styles from './EventDays.module.css'

const SHOWN = 30

/** How many came in on each of the last thirty days, a day without any being one too. */
export function EventDays({ days }: { days: CatalogueDetail['days'] }) {
  const { t } = useTranslation()
  const format = useFormat()
  if (days.length === 0) return null
  const all = lastDays(days, SHOWN)
  const most = Math.max(...all.map(({ events }) => events))
  return (
    <figure className={styles.figure}>
      <figcaption className="ww-muted ww-small">{t('catalogue.days')}</figcaption>
      <div className={styles.bars}>
        {all.map(({ day, events }) => (
          <Tooltip key={day} title={`${day} · ${format.exact(events)}`}>
            <span className={styles.slot}>
              <i className={styles.bar} style={{ height: events === 0 ? 0 : `${Math.max(4, (100 * events) / most)}%` }} />
            </span>
          </Tooltip>
        ))}
      </div>
    </figure>
  )
}

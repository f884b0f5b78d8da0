import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { TimelineEntry } from '@/client'
import { useFormat } from '@/shared/hooks/useFormat'
import { useEventName } from './eventNames'
import styles from './Timeline.module.css'

const TONES: [RegExp, string][] = [
  [/^Order Completed/, 'sale'],
  [/^(Order Refunded|Friend Removed|Consent (Withdrawn|Revoked)|Message Failed)/, 'loss'],
  [/^(Message|Link)/, 'touch'],
]

export function TimelineItem({ entry }: { entry: TimelineEntry }) {
  const { t } = useTranslation()
  const format = useFormat()
  const nameOf = useEventName()
  const [open, setOpen] = useState(false)
  const facts = Object.entries(entry.properties ?? {})
  const brief = facts.filter(([, value]) => ['string', 'number', 'boolean'].includes(typeof value)).slice(0, 4)
  const tone = TONES.find(([pattern]) => pattern.test(entry.name))?.[1]
  return (
    <li className={styles.item} data-tone={tone}>
      <div className={styles.head}>
        <strong>{nameOf(entry.name)}</strong>
        <span className="ww-muted ww-small ww-number">
          {format.time(entry.at)} · {t('customer.timeline.source', { source: entry.source })}
        </span>
      </div>
      {brief.length > 0 && (
        <div className={styles.brief}>
          {brief.map(([name, value]) => (
            <span key={name}>
              <span className="ww-muted">{name}</span> {String(value)}
            </span>
          ))}
          <Button type="link" size="small" aria-expanded={open} onClick={() => setOpen(!open)}>
            {open ? t('customer.timeline.hide') : t('customer.timeline.show')}
          </Button>
        </div>
      )}
      {open && <pre className={styles.raw}>{JSON.stringify(entry.properties, null, 2)}</pre>}
    </li>
  )
}

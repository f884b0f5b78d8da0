import { useTranslation } from 'react-i18next'
import type { Touchpoint } from '@/client'
import { Panel } from '@/shared/components/Panel'
import { StateTag } from '@/shared/components/StateTag'
import { useFormat } from '@/shared/hooks/useFormat'
import styles from './Facts.module.css'

/** Every way to this customer, and whether it can be used now. */
export function Touchpoints({ touchpoints }: { touchpoints: Touchpoint[] }) {
  const { t } = useTranslation()
  const format = useFormat()
  return (
    <Panel title={t('customer.touchpoints.title')}>
      {touchpoints.length === 0 && <p className="ww-muted">{t('customer.touchpoints.empty')}</p>}
      <ul className={styles.facts}>
        {touchpoints.map(({ channel, usable, reason, since, guide }, index) => (
          <li key={index}>
            <span className={styles.name}>
              {t(`channel.${channel}`)}
              {guide && <span className="ww-muted"> · {t('customer.touchpoints.guide', { name: guide })}</span>}
            </span>
            <span className="ww-muted">{t('customer.touchpoints.since', { day: format.day(since) })}</span>
            <StateTag tone={usable ? 'good' : 'calm'}>{usable ? t('customer.touchpoints.usable') : t('customer.touchpoints.blocked')}</StateTag>
            {reason && <span className={styles.note}>{reason}</span>}
          </li>
        ))}
      </ul>
    </Panel>
  )
}

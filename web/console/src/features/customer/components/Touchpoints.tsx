import { useTranslation } from 'react-i18next'
import type { Reachability, Touchpoint } from '@/client'
import { Panel } from '@/shared/components/Panel'
import { StateTag } from '@/shared/components/StateTag'
import { useFormat } from '@/shared/hooks/useFormat'
import styles from './Facts.module.css'

/** By which channels marketing reaches this customer now, and why not by the others. */
export function Touchpoints({ reach, touchpoints }: { reach: Reachability[]; touchpoints: Touchpoint[] }) {
  const { t } = useTranslation()
  const format = useFormat()
  const guides = touchpoints.filter(({ guide }) => guide)
  return (
    <Panel title={t('customer.touchpoints.title')} note={t('customer.touchpoints.note')}>
      <ul className={styles.facts}>
        {reach.map(({ channel, reachable, reasons, connected }) => (
          <li key={channel}>
            <span className={styles.name}>
              {t(`customer.touchpoints.channels.${channel}`)}
              {!connected && <span className="ww-muted ww-small"> · {t('customer.touchpoints.notConnected')}</span>}
            </span>
            <StateTag tone={reachable ? 'good' : 'calm'}>{reachable ? t('customer.touchpoints.usable') : t('customer.touchpoints.blocked')}</StateTag>
            {reasons.length > 0 && (
              <span className={styles.note}>{reasons.map((reason) => t(`customer.touchpoints.reasons.${reason}`)).join(t('customer.attributes.comma'))}</span>
            )}
          </li>
        ))}
        {guides.map(({ guide, usable, since }) => (
          <li key={guide}>
            <span className={styles.name}>{t('customer.touchpoints.guide', { name: guide })}</span>
            <span className="ww-muted">{t('customer.touchpoints.since', { day: format.day(since) })}</span>
            <StateTag tone={usable ? 'good' : 'calm'}>{usable ? t('customer.relations.friend') : t('customer.relations.removed')}</StateTag>
          </li>
        ))}
      </ul>
    </Panel>
  )
}

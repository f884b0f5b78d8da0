import { useTranslation } from 'react-i18next'
import type { Consent } from '@/client'
import { Panel } from '@/shared/components/Panel'
import { StateTag } from '@/shared/components/StateTag'
import { useFormat } from '@/shared/hooks/useFormat'
import styles from './Facts.module.css'

export function Consents({ consents }: { consents: Consent[] }) {
  const { t, i18n } = useTranslation()
  const format = useFormat()
  const word = (key: string, fallback: string) => (i18n.exists(key) ? (t as (key: string) => string)(key) : fallback)
  return (
    <Panel title={t('customer.consents.title')}>
      {consents.length === 0 && <p className="ww-muted">{t('customer.consents.empty')}</p>}
      <ul className={styles.facts}>
        {consents.map(({ channel, purpose, granted, at, source }, index) => (
          <li key={index}>
            <span className={styles.name}>
              {word(`channel.${channel}`, channel)} · {word(`customer.consents.purposes.${purpose}`, purpose)}
            </span>
            <span className="ww-muted">
              {format.day(at)} · {source}
            </span>
            <StateTag tone={granted ? 'good' : 'bad'}>{granted ? t('customer.consents.granted') : t('customer.consents.withdrawn')}</StateTag>
          </li>
        ))}
      </ul>
    </Panel>
  )
}

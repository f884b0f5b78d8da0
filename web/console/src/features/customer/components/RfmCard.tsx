import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { CustomerRfm } from '@/client'
import { getCustomerRfmOptions } from '@/client/@tanstack/react-query.gen'
import { useBrand } from '@/shared/brand/BrandContext'
import { Loaded } from '@/shared/components/Loaded'
import { Panel } from '@/shared/components/Panel'
import { StateTag } from '@/shared/components/StateTag'
import { useFormat } from '@/shared/hooks/useFormat'
import styles from './RfmCard.module.css'

export function RfmCard({ no }: { no: number }) {
  const { t, i18n } = useTranslation()
  const { id: brand } = useBrand()
  const rfm = useQuery(getCustomerRfmOptions({ path: { brand, no } }))
  const group = rfm.data && 'group' in rfm.data ? rfm.data.group : undefined
  const key = `customer.rfm.groups.${group}`
  return (
    <Panel
      title={t('customer.rfm.title')}
      extra={group && <StateTag tone="water">{i18n.exists(key) ? (t as (key: string) => string)(key) : group}</StateTag>}
    >
      <Loaded query={rfm} rows={2}>
        {(data) => (isScored(data) ? <Scores rfm={data} /> : <p className="ww-muted">{t('customer.rfm.none')}</p>)}
      </Loaded>
    </Panel>
  )
}

function Scores({ rfm }: { rfm: CustomerRfm }) {
  const { t } = useTranslation()
  const format = useFormat()
  const rows = [
    { letter: 'R', label: t('customer.rfm.recency'), value: t('customer.rfm.days', { n: format.exact(rfm.recencyDays) }), score: rfm.r },
    { letter: 'F', label: t('customer.rfm.frequency'), value: format.exact(rfm.frequency), score: rfm.f },
    { letter: 'M', label: t('customer.rfm.monetary'), value: format.money(rfm.monetary), score: rfm.m },
  ]
  return (
    <div className={styles.scores}>
      {rows.map(({ letter, label, value, score }) => (
        <div key={letter} className={styles.row} title={t('customer.rfm.score', { score })}>
          <b>{letter}</b>
          <span className="ww-muted">{label}</span>
          <span className="ww-number">{value}</span>
          <span className={styles.dots} role="img" aria-label={t('customer.rfm.score', { score })}>
            {[1, 2, 3, 4, 5].map((step) => (
              <i key={step} data-on={step <= score} />
            ))}
          </span>
        </div>
      ))}
    </div>
  )
}

/** A customer without orders in the window is answered with an empty 204. */
function isScored(data: CustomerRfm | void | object): data is CustomerRfm {
  return typeof data === 'object' && data !== null && 'recencyDays' in data
}

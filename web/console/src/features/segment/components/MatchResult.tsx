import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { CustomerList, UploadResult } from '@/client'
import { useBrand } from '@/shared/brand/BrandContext'
import { FlowBar } from '@/shared/components/FlowBar'
import { Panel } from '@/shared/components/Panel'
import { Stat, Stats } from '@/shared/components/Stat'
import { useFormat } from '@/shared/hooks/useFormat'

/** How many rows of a file led to customers, and what became of the others. */
export function MatchResult({ list, result }: { list: CustomerList; result: UploadResult }) {
  const { t } = useTranslation()
  const { id: brand } = useBrand()
  const format = useFormat()
  const until = list.upload?.unmatchedUntil
  const rate = result.rows === 0 ? null : result.matched / result.rows
  return (
    <Panel
      title={t('customerList.match.title')}
      note={t('customerList.match.note')}
      extra={
        until && (
          <Button href={`/api/brands/${brand}/lists/${list.id}/unmatched.csv`} download data-testid="unmatched">
            {t('customerList.match.download')}
          </Button>
        )
      }
    >
      <Stats>
        <Stat big label={t('customerList.match.rate')} value={format.rate(rate)} note={t('customerList.match.rateNote', { matched: format.exact(result.matched), rows: format.exact(result.rows) })} testId="match-rate" />
        <Stat label={t('customerList.match.valid')} value={format.exact(result.valid)} note={t('customerList.match.validNote')} />
        <Stat label={t('customerList.match.customers')} value={format.exact(result.customers)} note={t('customerList.match.customersNote')} />
      </Stats>
      <div style={{ margin: '16px 0' }}>
        <FlowBar share={rate} label={t('customerList.match.rate')} tone="good" />
      </div>
      {result.unmatched.length > 0 && (
        <ul style={{ margin: 0, padding: 0, listStyle: 'none' }}>
          {result.unmatched.map(({ reason, rows }) => (
            <li key={reason} style={{ padding: '3px 0' }}>
              <span className="ww-number">{format.exact(rows)}</span> · {t(`customerList.reasons.${reason}`)}
            </li>
          ))}
        </ul>
      )}
      {until && <p className="ww-muted ww-small">{t('customerList.match.until', { time: format.time(until) })}</p>}
    </Panel>
  )
}

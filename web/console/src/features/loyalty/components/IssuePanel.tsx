import { useQuery } from '@tanstack/react-query'
import { Alert, Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CouponTemplate } from '@/client'
import { listCouponBatchesOptions } from '@/client/@tanstack/react-query.gen'
import { useBrand } from '@/shared/brand/BrandContext'
import { Loaded } from '@/shared/components/Loaded'
import { Panel } from '@/shared/components/Panel'
import { BatchesTable } from './BatchesTable'
import { IssueDialog } from './IssueDialog'
import { PrintDialog } from './PrintDialog'

/** Coupons for many at once, and what became of each batch. */
export function IssuePanel({ template }: { template: CouponTemplate }) {
  const { t } = useTranslation()
  const { id: brand } = useBrand()
  const [asking, setAsking] = useState<'segment' | 'print' | null>(null)
  const batches = useQuery({
    ...listCouponBatchesOptions({ path: { brand, id: template.id } }),
    refetchInterval: ({ state }) => (state.data?.some(({ doneAt }) => doneAt === null) ? 3_000 : false),
  })
  const active = template.state === 'active'
  return (
    <div className="ww-stack">
      {!active && <Alert showIcon type="info" title={t('coupon.issue.inactive')} />}
      <Panel
        flush
        title={t('coupon.issue.batches')}
        note={t('coupon.issue.batchesNote')}
        extra={
          <div className="ww-row">
            <Button disabled={!active} onClick={() => setAsking('print')}>
              {t('coupon.issue.print')}
            </Button>
            <Button type="primary" disabled={!active} onClick={() => setAsking('segment')}>
              {t('coupon.issue.title')}
            </Button>
          </div>
        }
      >
        <Loaded query={batches}>{(list) => <BatchesTable template={template.id} batches={list} />}</Loaded>
      </Panel>
      {asking === 'segment' && <IssueDialog template={template} onClose={() => setAsking(null)} />}
      {asking === 'print' && <PrintDialog template={template} onClose={() => setAsking(null)} />}
    </div>
  )
}

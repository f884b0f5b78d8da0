import { useQuery } from '@tanstack/react-query'
import { Button, Table, Typography } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PaidPeriod } from '@/client'
import { listPaidMembershipsOptions } from '@/client/@tanstack/react-query.gen'
import { RefundMembershipDialog } from './RefundMembershipDialog'
import { useBrand } from '@/shared/brand/BrandContext'
import { Money } from '@/shared/components/Numbers'
import { Panel } from '@/shared/components/Panel'
import { useFormat } from '@/shared/hooks/useFormat'

/** What a customer paid for to be a member; nothing for who never did. */
export function PaidMemberships({ no }: { no: number }) {
  const { t } = useTranslation()
  const { id: brand } = useBrand()
  const format = useFormat()
  const [refunding, setRefunding] = useState<PaidPeriod | null>(null)
  const periods = useQuery(listPaidMembershipsOptions({ path: { brand, no } })).data ?? []
  if (periods.length === 0) return null
  return (
    <Panel flush title={t('paidMembership.title')}>
      <Table
        rowKey="key"
        size="middle"
        pagination={false}
        dataSource={periods}
        scroll={{ x: 'max-content' }}
        columns={[
          { title: t('paidMembership.plan'), render: (_, { plan }) => plan },
          { title: t('paidMembership.tier'), render: (_, { tier }) => tier ?? '—' },
          { title: t('paidMembership.price'), align: 'right', render: (_, { price }) => <Money value={price} /> },
          { title: t('paidMembership.lasts'), render: (_, { from, until }) => `${format.day(from)} – ${format.day(until)}` },
          { title: t('paidMembership.sold'), render: (_, { soldBy, soldAt }) => `${soldBy} · ${format.day(soldAt)}` },
          { title: t('paidMembership.state'), render: (_, period) => <State period={period} /> },
          {
            title: '',
            render: (_, period) =>
              period.refundable !== null && (
                <Button type="link" size="small" danger onClick={() => setRefunding(period)}>
                  {t('paidMembership.refund')}
                </Button>
              ),
          },
        ]}
      />
      {refunding && <RefundMembershipDialog no={no} period={refunding} onClose={() => setRefunding(null)} />}
    </Panel>
  )
}

function State({ period: { from, refundable, refundedAt, refunded, refundReason, refundedBy } }: { period: PaidPeriod }) {
  const { t } = useTranslation()
  const format = useFormat()
  if (refundedAt !== null) {
    return (
      <>
        {t('paidMembership.refunded', { amount: format.money(refunded ?? 0), day: format.day(refundedAt), by: refundedBy ?? '—' })}
        {refundReason && <Typography.Paragraph type="secondary" style={{ margin: 0 }}>{refundReason}</Typography.Paragraph>}
      </>
    )
  }
  if (refundable === null) return t('paidMembership.over')
  return new Date(from) > new Date() ? t('paidMembership.ahead') : t('paidMembership.runs')
}

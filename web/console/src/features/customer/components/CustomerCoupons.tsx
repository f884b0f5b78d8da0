import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Table } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { CustomerCoupon } from '@/client'
import { listCustomerCouponsOptions, listCustomerCouponsQueryKey } from '@/client/@tanstack/react-query.gen'
import { useBrand, useBrandPath } from '@/shared/brand/BrandContext'
import { EmptyState } from '@/shared/components/EmptyState'
import { Loaded } from '@/shared/components/Loaded'
import { Panel } from '@/shared/components/Panel'
import { StateTag } from '@/shared/components/StateTag'
import { useFormat } from '@/shared/hooks/useFormat'
import { couponTone } from '@/shared/loyalty/couponTones'
import { WithdrawDialog } from '@/shared/loyalty/WithdrawDialog'
import { GiveCouponDialog } from './GiveCouponDialog'

const WITHDRAWABLE = ['issued', 'locked', 'offered']

/** The coupons a customer has and had. */
export function CustomerCoupons({ no }: { no: number }) {
  const { t, i18n } = useTranslation()
  const { id: brand } = useBrand()
  const path = useBrandPath()
  const format = useFormat()
  const queries = useQueryClient()
  const [giving, setGiving] = useState(false)
  const [withdrawing, setWithdrawing] = useState<CustomerCoupon | null>(null)
  const at = { path: { brand, customer: no } }
  const coupons = useQuery(listCustomerCouponsOptions(at))
  const relist = () => void queries.invalidateQueries({ queryKey: listCustomerCouponsQueryKey(at) })
  const word = (part: string, code: string) => (i18n.exists(`coupon.${part}.${code}`) ? (t as (key: string) => string)(`coupon.${part}.${code}`) : code)
  return (
    <Panel flush title={t('coupon.customer.tab')} note={t('coupon.customer.note')} extra={<Button onClick={() => setGiving(true)}>{t('coupon.customer.give')}</Button>}>
      <Loaded query={coupons}>
        {(list) => (
          <Table<CustomerCoupon>
            rowKey="id"
            size="middle"
            dataSource={list}
            scroll={{ x: 'max-content' }}
            pagination={list.length > 20 ? { pageSize: 20 } : false}
            locale={{ emptyText: <EmptyState title={t('coupon.customer.empty')} text={t('coupon.customer.emptyText')} /> }}
            columns={[
              {
                title: t('coupon.customer.coupon'),
                render: (_, { template, name, kind }) => (
                  <>
                    <Link to={path(`/coupons/${template}`)}>{name}</Link> <span className="ww-muted ww-small">{word('kinds', kind)}</span>
                  </>
                ),
              },
              { title: t('common.state'), render: (_, { state }) => <StateTag tone={couponTone(state)}>{word('states', state)}</StateTag> },
              { title: t('coupon.customer.validity'), render: (_, { from, until }) => t('coupon.customer.until', { from: format.time(from), until: format.time(until) }) },
              { title: t('coupon.customer.issuedAt'), render: (_, { issuedAt }) => format.time(issuedAt) },
              {
                title: t('coupon.customer.use'),
                render: (_, { redeemedAt, store, order, amount }) => {
                  if (redeemedAt) {
                    return (
                      <>
                        {format.time(redeemedAt)} <span className="ww-muted ww-small">{t('coupon.customer.used', { store: store ?? '—', order: order ?? '—', amount: format.money(amount) })}</span>
                      </>
                    )
                  }
                  return order ? t('coupon.customer.held', { order }) : '—'
                },
              },
              {
                title: '',
                render: (_, one) =>
                  WITHDRAWABLE.includes(one.state) && (
                    <Button danger type="link" size="small" onClick={() => setWithdrawing(one)}>
                      {t('coupon.withdraw.action')}
                    </Button>
                  ),
              },
            ]}
          />
        )}
      </Loaded>
      {giving && <GiveCouponDialog no={no} onDone={relist} onClose={() => setGiving(false)} />}
      {withdrawing && <WithdrawDialog coupon={withdrawing} onDone={relist} onClose={() => setWithdrawing(null)} />}
    </Panel>
  )
}

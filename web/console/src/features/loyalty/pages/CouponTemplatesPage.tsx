import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { CouponTemplate } from '@/client'
import { listCouponTemplatesInfiniteOptions } from '@/client/@tanstack/react-query.gen'
import { useBrand, useBrandPath } from '@/shared/brand/BrandContext'
import { CursorTable } from '@/shared/components/CursorTable'
import { EmptyState } from '@/shared/components/EmptyState'
import { Count, Money } from '@/shared/components/Numbers'
import { PageHeader } from '@/shared/components/PageHeader'
import { Panel } from '@/shared/components/Panel'
import { StateTag } from '@/shared/components/StateTag'
import { useCursorPages } from '@/shared/hooks/useCursorPages'
import { ListTools } from '@/shared/lists/ListTools'
import { useListView } from '@/shared/lists/useListView'
import { couponTone } from '@/shared/loyalty/couponTones'
import { useBenefitWords } from '../components/useTermsWords'

/** Every template with how its coupons fare. */
export function CouponTemplatesPage() {
  const { t } = useTranslation()
  const { id: brand } = useBrand()
  const path = useBrandPath()
  const benefit = useBenefitWords()
  const pages = useCursorPages<CouponTemplate>(listCouponTemplatesInfiniteOptions({ path: { brand }, query: { limit: 50 } }))
  const create = (
    <Link to={path('/coupons/new')}>
      <Button type="primary">{t('coupon.list.create')}</Button>
    </Link>
  )
  const view = useListView<CouponTemplate>([
    { key: 'name', title: t('common.name'), render: (_, { id, name }) => <Link to={path(`/coupons/${id}`)}>{name}</Link> },
    { key: 'state', title: t('common.state'), render: (_, { state }) => <StateTag tone={couponTone(state)}>{t(`coupon.templateStates.${state}`)}</StateTag> },
    {
      key: 'benefit',
      title: t('coupon.list.benefit'),
      render: (_, { terms }) => (
        <>
          {benefit(terms.benefit)} <span className="ww-muted ww-small">{t(`coupon.kinds.${terms.benefit.kind}`)}</span>
        </>
      ),
    },
    {
      key: 'issued',
      title: t('coupon.list.issued'),
      className: 'ww-right',
      render: (_, { issued, stock }) => (
        <>
          <Count value={issued} /> / {stock === null ? t('coupon.list.unlimited') : <Count value={stock} />}
        </>
      ),
    },
    { key: 'redeemed', title: t('coupon.list.redeemed'), className: 'ww-right', render: (_, { redeemed }) => <Count value={redeemed} /> },
    { key: 'spent', title: t('coupon.list.spent'), className: 'ww-right', render: (_, { spent }) => <Money value={spent} /> },
    {
      key: 'budget',
      title: t('coupon.list.budget'),
      className: 'ww-right',
      render: (_, { reserved, budget }) => (
        <>
          <Money value={reserved} /> / {budget === null ? t('coupon.list.unlimited') : <Money value={budget} />}
        </>
      ),
    },
  ])
  return (
    <>
      <PageHeader title={t('coupon.list.title')} headline={t('coupon.list.headline')} actions={create} />
      <Panel flush extra={<ListTools list="coupons" view={view} />}>
        <CursorTable rowKey="id" pages={pages} columns={view.shown} empty={<EmptyState title={t('coupon.list.empty')} text={t('coupon.list.emptyText')} action={create} />} />
      </Panel>
    </>
  )
}

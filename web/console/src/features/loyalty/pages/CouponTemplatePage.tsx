import { useQuery } from '@tanstack/react-query'
import { Tabs } from 'antd'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import type { CouponTemplate } from '@/client'
import { getCouponTemplateOptions } from '@/client/@tanstack/react-query.gen'
import { useBrand, useBrandPath } from '@/shared/brand/BrandContext'
import { Loaded } from '@/shared/components/Loaded'
import { PageHeader } from '@/shared/components/PageHeader'
import { StateTag } from '@/shared/components/StateTag'
import { useFormat } from '@/shared/hooks/useFormat'
import { useUrlFilters } from '@/shared/hooks/useUrlFilters'
import { couponTone } from '@/shared/loyalty/couponTones'
import { answersOf, BLANK } from '../api/couponForm'
import { CouponButtons } from '../components/CouponButtons'
import { CouponForm } from '../components/CouponForm'
import { CouponOverview } from '../components/CouponOverview'
import { IssuePanel } from '../components/IssuePanel'
import { PublicCodesPanel } from '../components/PublicCodesPanel'

const FILTERS = ['tab'] as const

export function CouponTemplatePage() {
  const { t } = useTranslation()
  const path = useBrandPath()
  const { id = '' } = useParams()
  if (id !== 'new') return <Saved key={id} id={id} />
  return (
    <>
      <PageHeader back={{ to: path('/coupons'), label: t('coupon.form.back') }} title={t('coupon.form.new')} headline={t('coupon.list.headline')} />
      <CouponForm start={BLANK} />
    </>
  )
}

function Saved({ id }: { id: string }) {
  const { t } = useTranslation()
  const { id: brand } = useBrand()
  const path = useBrandPath()
  const { filters, set } = useUrlFilters(FILTERS)
  const template = useQuery(getCouponTemplateOptions({ path: { brand, id } }))
  return (
    <Loaded query={template} rows={8}>
      {(data) => {
        const first = data.state === 'draft' ? 'edit' : 'overview'
        return (
          <>
            <PageHeader
              back={{ to: path('/coupons'), label: t('coupon.form.back') }}
              title={data.name}
              headline={<Headline template={data} />}
              actions={<CouponButtons template={data} />}
            />
            <Tabs
              activeKey={filters.tab ?? first}
              onChange={(tab) => set({ tab: tab === first ? null : tab })}
              items={[
                data.state === 'draft'
                  ? { key: 'edit', label: t('coupon.page.tabs.edit'), children: <CouponForm key={data.id} id={data.id} start={answersOf(data)} /> }
                  : { key: 'overview', label: t('coupon.page.tabs.overview'), children: <CouponOverview template={data} /> },
                { key: 'issue', label: t('coupon.page.tabs.issue'), children: <IssuePanel template={data} /> },
                { key: 'codes', label: t('coupon.page.tabs.codes'), children: <PublicCodesPanel id={data.id} /> },
              ]}
            />
          </>
        )
      }}
    </Loaded>
  )
}

function Headline({ template: { state, issued, redeemed, spent } }: { template: CouponTemplate }) {
  const { t } = useTranslation()
  const format = useFormat()
  return (
    <>
      <StateTag tone={couponTone(state)}>{t(`coupon.templateStates.${state}`)}</StateTag>{' '}
      {t(`coupon.page.headline.${state}`, { issued: format.count(issued), redeemed: format.count(redeemed), spent: format.moneyShort(spent) })}
    </>
  )
}

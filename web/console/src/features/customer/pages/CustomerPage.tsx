import { useQuery } from '@tanstack/react-query'
import { Tabs } from 'antd'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import type { CustomerProfile } from '@/client'
import { getCustomerOptions } from '@/client/@tanstack/react-query.gen'
import { useBrand, useBrandPath, usePerson } from '@/shared/brand/BrandContext'
import { Loaded } from '@/shared/components/Loaded'
import { PageHeader } from '@/shared/components/PageHeader'
import { useFormat } from '@/shared/hooks/useFormat'
import { useUrlFilters } from '@/shared/hooks/useUrlFilters'
import { CustomerConsent } from '../components/CustomerConsent'
import { CustomerCoupons } from '../components/CustomerCoupons'
import { CustomerJourneys } from '../components/CustomerJourneys'
import { CustomerMessages } from '../components/CustomerMessages'
import { CustomerOrders } from '../components/CustomerOrders'
import { CustomerOverview } from '../components/CustomerOverview'
import { CustomerPoints } from '../components/CustomerPoints'
import { CustomerPrivacy } from '../components/CustomerPrivacy'
import { CustomerRelations } from '../components/CustomerRelations'
import { CustomerTimeline } from '../components/CustomerTimeline'
import { IdentityPanel } from '../components/IdentityPanel'

const FILTERS = ['tab'] as const

export function CustomerPage() {
  const { t } = useTranslation()
  const { no: text = '' } = useParams()
  const no = Number(text)
  const { id: brand } = useBrand()
  const { role } = usePerson()
  const path = useBrandPath()
  const { filters, set } = useUrlFilters(FILTERS)
  const profile = useQuery(getCustomerOptions({ path: { brand, no } }))
  return (
    <>
      <PageHeader
        back={{ to: path('/customers'), label: t('customer.profile.back') }}
        title={profile.data?.name ?? t('customer.profile.no', { no })}
        headline={profile.data && <Headline profile={profile.data} />}
      />
      <Loaded query={profile} rows={8}>
        {(data) => (
          <Tabs
            activeKey={filters.tab ?? 'overview'}
            onChange={(tab) => set({ tab: tab === 'overview' ? null : tab })}
            items={[
              { key: 'overview', label: t('customer.tabs.overview'), children: <CustomerOverview profile={data} /> },
              { key: 'orders', label: t('customer.tabs.orders'), children: <CustomerOrders no={no} /> },
              { key: 'points', label: t('points.customer.tab'), children: <CustomerPoints no={no} /> },
              { key: 'coupons', label: t('coupon.customer.tab'), children: <CustomerCoupons no={no} /> },
              { key: 'relations', label: t('customer.tabs.relations'), children: <CustomerRelations no={no} /> },
              { key: 'timeline', label: t('customer.tabs.timeline'), children: <CustomerTimeline no={no} /> },
              { key: 'journeys', label: t('journeyOutcome.path.tab'), children: <CustomerJourneys no={no} /> },
              { key: 'messages', label: t('customer.tabs.messages'), children: <CustomerMessages no={no} /> },
              { key: 'identity', label: t('customer.tabs.identity'), children: <IdentityPanel no={no} /> },
              { key: 'consent', label: t('customer.tabs.consent'), children: <CustomerConsent no={no} /> },
              ...(role === 'admin' ? [{ key: 'privacy', label: t('customer.tabs.privacy'), children: <CustomerPrivacy no={no} /> }] : []),
            ]}
          />
        )}
      </Loaded>
    </>
  )
}

function Headline({ profile }: { profile: CustomerProfile }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { summary, touchpoints } = profile
  const channels = [...new Set(touchpoints.filter(({ usable }) => usable).map(({ channel }) => t(`channel.${channel}`)))]
  const words = [
    profile.name && `${t('customer.profile.no', { no: profile.customerNo })} ·`,
    summary.orders > 0
      ? t('customer.profile.buyer', {
          orders: format.exact(summary.orders),
          sales: format.money(summary.netSales),
          last: format.day(summary.lastOrderAt),
        })
      : t('customer.profile.noOrders'),
    summary.refunds > 0 && t('customer.profile.refunds', { n: format.exact(summary.refunds) }),
    channels.length > 0 ? t('customer.profile.reach', { channels: channels.join(', ') }) : t('customer.profile.unreachable'),
  ]
  return words.filter(Boolean).join(' ')
}

import { useTranslation } from 'react-i18next'
import type { CustomerProfile } from '@/client'
import { Count, Money } from '@/shared/components/Numbers'
import { Panel } from '@/shared/components/Panel'
import { Stat, Stats } from '@/shared/components/Stat'
import { useFormat } from '@/shared/hooks/useFormat'
import { Attributes } from './Attributes'
import { Consents } from './Consents'
import { CustomerSegments } from './CustomerSegments'
import { CustomerTags } from './CustomerTags'
import { Identifiers } from './Identifiers'
import { RfmCard } from './RfmCard'
import { Touchpoints } from './Touchpoints'

export function CustomerOverview({ profile }: { profile: CustomerProfile }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { summary } = profile
  return (
    <div className="ww-stack">
      <div className="ww-split-wide">
        <Panel>
          <Stats>
            <Stat big label={t('customer.profile.netSales')} value={<Money value={summary.netSales} />} />
            <Stat big label={t('customer.profile.orders')} value={<Count value={summary.orders} />} />
            <Stat label={t('customer.profile.refundCount')} value={<Count value={summary.refunds} />} />
            <Stat label={t('customer.profile.grossSales')} value={<Money value={summary.grossSales} />} />
            <Stat label={t('customer.profile.first')} value={format.day(summary.firstOrderAt)} />
            <Stat label={t('customer.profile.last')} value={format.day(summary.lastOrderAt)} />
            <Stat label={t('customer.profile.firstSeen')} value={format.day(profile.firstSeenAt)} />
            {profile.memberSince && <Stat label={t('customer.profile.member')} value={format.day(profile.memberSince)} />}
            <Stat label={t('customer.profile.lastSeen')} value={format.day(profile.lastSeenAt)} />
          </Stats>
        </Panel>
        <RfmCard no={profile.customerNo} />
      </div>
      <CustomerTags no={profile.customerNo} />
      <CustomerSegments no={profile.customerNo} />
      <div className="ww-split">
        <Touchpoints reach={profile.reach} touchpoints={profile.touchpoints} />
        <Consents consents={profile.consents} />
        <Attributes no={profile.customerNo} attributes={profile.attributes} />
        <Identifiers no={profile.customerNo} identifiers={profile.identifiers} />
      </div>
    </div>
  )
}

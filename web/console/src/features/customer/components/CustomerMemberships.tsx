import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { MemberView } from '@/client'
import { listCustomerMembershipsOptions, listProgrammeVersionsOptions } from '@/client/@tanstack/react-query.gen'
import { useBrand } from '@/shared/brand/BrandContext'
import { EmptyState } from '@/shared/components/EmptyState'
import { Loaded } from '@/shared/components/Loaded'
import { Count, Money } from '@/shared/components/Numbers'
import { Panel } from '@/shared/components/Panel'
import { Stat, Stats } from '@/shared/components/Stat'
import { useFormat } from '@/shared/hooks/useFormat'
import { MemberDesk } from './MemberDesk'
import { PaidMemberships } from './PaidMemberships'

/** A customer's memberships: the tier, what it was reached by, and how far the next one is. */
export function CustomerMemberships({ no }: { no: number }) {
  const { t } = useTranslation()
  const { id: brand } = useBrand()
  const members = useQuery(listCustomerMembershipsOptions({ path: { brand, no } }))
  return (
    <Loaded query={members} rows={2}>
      {(list) =>
        list.length === 0 ? (
          <Panel title={t('programme.member.title')}>
            <EmptyState title={t('programme.member.none')} text={t('programme.member.noneText')} />
          </Panel>
        ) : (
          <>
            {list.map((member) => (
              <Membership key={member.card} no={no} member={member} />
            ))}
            <PaidMemberships no={no} />
          </>
        )
      }
    </Loaded>
  )
}

function Membership({ no, member }: { no: number; member: MemberView }) {
  const { t } = useTranslation()
  const { id: brand } = useBrand()
  const format = useFormat()
  const versions = useQuery(listProgrammeVersionsOptions({ path: { brand } })).data ?? []
  const programme = versions.reduce<(typeof versions)[number] | undefined>((newest, one) => (newest && newest.version > one.version ? newest : one), undefined)?.definition
  const scheme = programme?.tiers
  const named = (tier: string) => scheme?.tiers.find(({ id }) => id === tier)?.name ?? tier
  const amount = (value: number) => (scheme?.basis === 'spend' ? <Money value={value} /> : <Count value={value} />)
  const { card, joinedAt, tier, tierSince, reviewOn, reached, nextTier, missing } = member
  return (
    <Panel title={t('programme.member.card', { card })} note={t('programme.member.since', { day: format.day(joinedAt) })} extra={programme && <MemberDesk no={no} programme={programme} />}>
      <Stats>
        <Stat big testId="tier" label={t('programme.member.tier')} value={tier ? named(tier) : '—'} note={tierSince && t('programme.member.tierSince', { day: format.day(tierSince) })} />
        {scheme && <Stat label={t(`programme.tiers.bases.${scheme.basis}`)} value={amount(reached)} />}
        {nextTier && missing !== null && <Stat testId="next-tier" label={t('programme.member.next', { tier: named(nextTier) })} value={amount(missing)} />}
        {reviewOn && <Stat label={t('programme.member.review')} value={format.day(reviewOn)} />}
      </Stats>
    </Panel>
  )
}

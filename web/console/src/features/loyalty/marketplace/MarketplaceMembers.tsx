import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { MarketplaceMember } from '@/client'
import { listMarketplaceMembersInfiniteOptions } from '@/client/@tanstack/react-query.gen'
import { pathId } from '@/shared/api/pathId'
import { useBrand, useBrandPath } from '@/shared/brand/BrandContext'
import { CursorTable } from '@/shared/components/CursorTable'
import { EmptyState } from '@/shared/components/EmptyState'
import { useCursorPages } from '@/shared/hooks/useCursorPages'
import { useFormat } from '@/shared/hooks/useFormat'

interface Props {
  shop: string
  stuck: boolean
}

/** Everybody bound in a shop, the latest first, and what the marketplace was told of them. */
export function MarketplaceMembers({ shop, stuck }: Props) {
  const { t } = useTranslation()
  const { id: brand } = useBrand()
  const path = useBrandPath()
  const format = useFormat()
  const pages = useCursorPages<MarketplaceMember>(
    listMarketplaceMembersInfiniteOptions({ path: { brand, id: pathId(shop) }, query: { stuck, limit: 50 } }),
  )
  return (
    <CursorTable<MarketplaceMember>
      rowKey={(member) => `${member.customer}-${member.account}-${member.linkedAt}`}
      size="small"
      pages={pages}
      empty={stuck ? <EmptyState title={t('marketplace.noneStuck')} /> : <EmptyState title={t('marketplace.noMembers')} text={t('marketplace.noMembersText')} />}
      columns={[
        { title: t('marketplace.customer'), render: (_, { customer }) => <Link to={path(`/customers/${customer}`)}>{customer}</Link> },
        { title: t('marketplace.account'), render: (_, { account }) => account },
        { title: t('marketplace.linkedAt'), render: (_, { linkedAt }) => format.time(linkedAt) },
        { title: t('marketplace.told'), render: (_, { points, pushedAt }) => (pushedAt ? `${points ?? ''} · ${format.time(pushedAt)}` : '–') },
        { title: t('marketplace.why'), render: (_, { trouble }) => trouble ?? '' },
      ]}
    />
  )
}

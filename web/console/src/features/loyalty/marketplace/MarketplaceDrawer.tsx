import { useQuery } from '@tanstack/react-query'
import { Drawer, Switch, Table } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { MarketplaceDifferenceRow, MarketplaceMember, MarketplaceShop } from '@/client'
import { listMarketplaceDifferencesOptions, listMarketplaceMembersOptions } from '@/client/@tanstack/react-query.gen'
import { pathId } from '@/shared/api/pathId'
import { useBrand, useBrandPath } from '@/shared/brand/BrandContext'
import { CopyBox } from '@/shared/components/CopyBox'
import { Loaded } from '@/shared/components/Loaded'
import { useFormat } from '@/shared/hooks/useFormat'

interface Props {
  shop: MarketplaceShop
  onClose: () => void
}

/** Who is bound in a shop, what could not be pushed and why, and how the lists differ. */
export function MarketplaceDrawer({ shop, onClose }: Props) {
  const { t } = useTranslation()
  const { id: brand } = useBrand()
  const [stuck, setStuck] = useState(false)
  const path = { brand, id: pathId(shop.id) }
  const members = useQuery(listMarketplaceMembersOptions({ path, query: { stuck } }))
  const differences = useQuery(listMarketplaceDifferencesOptions({ path }))
  return (
    <Drawer open size={760} title={t('marketplace.detail', { name: shop.name })} onClose={onClose}>
      <div className="ww-stack">
        <CopyBox text={window.location.origin + shop.address} label={t('marketplace.address')} testId="marketplace-address" />
        <label>
          <Switch checked={stuck} onChange={setStuck} /> {t('marketplace.onlyStuck')}
        </label>
        <Loaded query={members}>{(list) => <Members members={list} />}</Loaded>
        <h3>{t('marketplace.differences')}</h3>
        <Loaded query={differences}>{(rows) => <Differences rows={rows} />}</Loaded>
      </div>
    </Drawer>
  )
}

function Members({ members }: { members: MarketplaceMember[] }) {
  const { t } = useTranslation()
  const path = useBrandPath()
  const format = useFormat()
  return (
    <Table
      rowKey={(member) => `${member.customer}-${member.account}-${member.linkedAt}`}
      size="small"
      pagination={false}
      dataSource={members}
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

function Differences({ rows }: { rows: MarketplaceDifferenceRow[] }) {
  const { t } = useTranslation()
  return (
    <Table
      rowKey={(row) => `${row.kind}-${row.account}`}
      size="small"
      pagination={false}
      dataSource={rows}
      locale={{ emptyText: t('marketplace.noDifferences') }}
      columns={[
        { title: t('marketplace.differences'), render: (_, { kind }) => t(`marketplace.difference.${kind as 'points'}`) },
        { title: t('marketplace.account'), render: (_, { account }) => account },
        { title: t('marketplace.here'), render: (_, { here }) => here ?? '–' },
        { title: t('marketplace.there'), render: (_, { there }) => there ?? '–' },
      ]}
    />
  )
}

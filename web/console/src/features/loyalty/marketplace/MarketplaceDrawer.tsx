import { useQuery } from '@tanstack/react-query'
import { Drawer, Switch, Table } from 'antd'
import { useTranslation } from 'react-i18next'
import type { MarketplaceDifferenceRow, MarketplaceShop } from '@/client'
import { listMarketplaceDifferencesOptions } from '@/client/@tanstack/react-query.gen'
import { pathId } from '@/shared/api/pathId'
import { useBrand } from '@/shared/brand/BrandContext'
import { CopyBox } from '@/shared/components/CopyBox'
import { Loaded } from '@/shared/components/Loaded'
import { MarketplaceMembers } from './MarketplaceMembers'

interface Props {
  shop: MarketplaceShop
  stuck: boolean
  onStuck: (stuck: boolean) => void
  onClose: () => void
}

/** Who is bound in a shop, what could not be pushed and why, and how the lists differ. */
export function MarketplaceDrawer({ shop, stuck, onStuck, onClose }: Props) {
  const { t } = useTranslation()
  const { id: brand } = useBrand()
  const path = { brand, id: pathId(shop.id) }
  const differences = useQuery(listMarketplaceDifferencesOptions({ path }))
  return (
    <Drawer open size={760} title={t('marketplace.detail', { name: shop.name })} onClose={onClose}>
      <div className="ww-stack">
        <CopyBox text={window.location.origin + shop.address} label={t('marketplace.address')} testId="marketplace-address" />
        <label>
          <Switch checked={stuck} onChange={onStuck} /> {t('marketplace.onlyStuck')}
        </label>
        <MarketplaceMembers shop={shop.id} stuck={stuck} />
        <h3>{t('marketplace.differences')}</h3>
        <Loaded query={differences}>{(rows) => <Differences rows={rows} />}</Loaded>
      </div>
    </Drawer>
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

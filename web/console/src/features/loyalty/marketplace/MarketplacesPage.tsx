import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { listMarketplaceShopsOptions } from '@/client/@tanstack/react-query.gen'
import { useBrand, usePerson } from '@/shared/brand/BrandContext'
import { Loaded } from '@/shared/components/Loaded'
import { PageHeader } from '@/shared/components/PageHeader'
import { Panel } from '@/shared/components/Panel'
import { useUrlFilters } from '@/shared/hooks/useUrlFilters'
import { MarketplaceDrawer } from './MarketplaceDrawer'
import { MarketplaceShopDialog } from './MarketplaceShopDialog'
import { MarketplaceShops } from './MarketplaceShops'

const IN_THE_URL = ['shop', 'stuck'] as const

/** Shops on marketplaces whose members are bound with the brand's own. */
export function MarketplacesPage() {
  const { t } = useTranslation()
  const { id: brand } = useBrand()
  const { role } = usePerson()
  const [connecting, setConnecting] = useState(false)
  const { filters, set } = useUrlFilters(IN_THE_URL)
  const shops = useQuery(listMarketplaceShopsOptions({ path: { brand } }))
  const open = shops.data?.find(({ id }) => id === filters.shop)
  const connect = role === 'admin' && (
    <Button type="primary" onClick={() => setConnecting(true)}>
      {t('marketplace.connect')}
    </Button>
  )
  return (
    <>
      <PageHeader title={t('marketplace.title')} headline={t('marketplace.headline')} actions={connect} />
      <Panel flush>
        <Loaded query={shops}>{(list) => <MarketplaceShops shops={list} onOpen={({ id }) => set({ shop: id })} />}</Loaded>
      </Panel>
      {connecting && <MarketplaceShopDialog onClose={() => setConnecting(false)} />}
      {open && (
        <MarketplaceDrawer
          shop={open}
          stuck={filters.stuck === 'true'}
          onStuck={(stuck) => set({ stuck: stuck ? 'true' : null })}
          onClose={() => set({ shop: null, stuck: null })}
        />
      )}
    </>
  )
}

import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { MarketplaceShop } from '@/client'
import { listMarketplaceShopsOptions } from '@/client/@tanstack/react-query.gen'
import { useBrand, usePerson } from '@/shared/brand/BrandContext'
import { Loaded } from '@/shared/components/Loaded'
import { PageHeader } from '@/shared/components/PageHeader'
import { Panel } from '@/shared/components/Panel'
import { MarketplaceDrawer } from './MarketplaceDrawer'
import { MarketplaceShopDialog } from './MarketplaceShopDialog'
import { MarketplaceShops } from './MarketplaceShops'

/** Shops on marketplaces whose members are bound with the brand's own. */
export function MarketplacesPage() {
  const { t } = useTranslation()
  const { id: brand } = useBrand()
  const { role } = usePerson()
  const [connecting, setConnecting] = useState(false)
  const [open, setOpen] = useState<MarketplaceShop | null>(null)
  const shops = useQuery(listMarketplaceShopsOptions({ path: { brand } }))
  const connect = role === 'admin' && (
    <Button type="primary" onClick={() => setConnecting(true)}>
      {t('marketplace.connect')}
    </Button>
  )
  return (
    <>
      <PageHeader title={t('marketplace.title')} headline={t('marketplace.headline')} actions={connect} />
      <Panel flush>
        <Loaded query={shops}>{(list) => <MarketplaceShops shops={list} onOpen={setOpen} />}</Loaded>
      </Panel>
      {connecting && <MarketplaceShopDialog onClose={() => setConnecting(false)} />}
      {open && <MarketplaceDrawer shop={open} onClose={() => setOpen(null)} />}
    </>
  )
}

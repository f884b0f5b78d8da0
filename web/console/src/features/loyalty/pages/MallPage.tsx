import { useQuery } from '@tanstack/react-query'
import { Button, Tabs } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { countMallOrdersOptions, listMallItemsOptions } from '@/client/@tanstack/react-query.gen'
import { useBrand } from '@/shared/brand/BrandContext'
import { Loaded } from '@/shared/components/Loaded'
import { PageHeader } from '@/shared/components/PageHeader'
import { useFormat } from '@/shared/hooks/useFormat'
import { useUrlFilters } from '@/shared/hooks/useUrlFilters'
import { ItemDialog } from '../components/mall/ItemDialog'
import { ItemsPanel } from '../components/mall/ItemsPanel'
import { OrdersPanel } from '../components/mall/OrdersPanel'

/** What can be had for points, and what members ordered. */
export function MallPage() {
  const { t } = useTranslation()
  const { id: brand } = useBrand()
  const format = useFormat()
  const { filters, set } = useUrlFilters(['tab'] as const)
  const [making, make] = useState(false)
  const items = useQuery(listMallItemsOptions({ path: { brand } }))
  const toDo = useQuery(countMallOrdersOptions({ path: { brand } })).data?.paid ?? 0
  const create = (
    <Button type="primary" onClick={() => make(true)}>
      {t('mall.create')}
    </Button>
  )
  return (
    <>
      <PageHeader title={t('mall.title')} headline={toDo > 0 ? t('mall.headlineToDo', { n: format.exact(toDo) }) : t('mall.headline')} actions={create} />
      <Tabs
        activeKey={filters.tab ?? 'items'}
        onChange={(tab) => set({ tab })}
        items={[
          { key: 'items', label: t('mall.items'), children: <Loaded query={items}>{(list) => <ItemsPanel items={list} create={create} />}</Loaded> },
          { key: 'orders', label: t('mall.orders'), children: <OrdersPanel /> },
        ]}
      />
      {making && <ItemDialog onClose={() => make(false)} />}
    </>
  )
}

import { Button, Input, Tabs, type TableColumnsType } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { CatalogueProduct, CatalogueStaff, CatalogueStore } from '@/client'
import { listCatalogueStaffInfiniteOptions, listCatalogueStoresInfiniteOptions, listProductsInfiniteOptions } from '@/client/@tanstack/react-query.gen'
import { useBrand, useBrandPath } from '@/shared/brand/BrandContext'
import { CursorTable } from '@/shared/components/CursorTable'
import { EmptyState } from '@/shared/components/EmptyState'
import { PageHeader } from '@/shared/components/PageHeader'
import { Panel } from '@/shared/components/Panel'
import { useCursorPages } from '@/shared/hooks/useCursorPages'
import { useFormat } from '@/shared/hooks/useFormat'
import { useUrlFilters } from '@/shared/hooks/useUrlFilters'
import { useFieldName } from '../components/useFieldName'

const FILTERS = ['tab', 'q'] as const
const TABS = ['products', 'stores', 'staff'] as const
type Tab = (typeof TABS)[number]

/** Products, stores and staff as files told them last. */
export function ReferencePage() {
  const { t } = useTranslation()
  const { filters, set } = useUrlFilters(FILTERS)
  const tab = TABS.find((each) => each === filters.tab) ?? 'products'
  const List = { products: Products, stores: Stores, staff: Staff }[tab]
  return (
    <>
      <PageHeader title={t('intake.reference.title')} headline={t('intake.reference.headline')} actions={<ImportLink kind={tab} />} />
      <Panel flush>
        <Tabs
          style={{ padding: '0 20px' }}
          activeKey={tab}
          onChange={(next) => set({ tab: next, q: undefined })}
          items={TABS.map((key) => ({ key, label: t(`intake.kinds.${key}.name`) }))}
          tabBarExtraContent={
            <Input.Search
              key={tab}
              allowClear
              aria-label={t('intake.reference.search')}
              placeholder={t('intake.reference.search')}
              defaultValue={filters.q}
              onSearch={(q) => set({ q })}
              style={{ width: 200 }}
            />
          }
        />
        <List q={filters.q} />
      </Panel>
    </>
  )
}

function Products({ q }: { q?: string }) {
  const { id: brand } = useBrand()
  const format = useFormat()
  const nameOf = useFieldName('products')
  const pages = useCursorPages<CatalogueProduct>(listProductsInfiniteOptions({ path: { brand }, query: { q, limit: 50 } }))
  const columns: TableColumnsType<CatalogueProduct> = [
    { title: nameOf('code'), dataIndex: 'code' },
    { title: nameOf('name'), dataIndex: 'name' },
    { title: nameOf('category'), dataIndex: 'category' },
    { title: nameOf('brand'), dataIndex: 'brand' },
    { title: nameOf('price'), className: 'ww-right', render: (_, { price }) => price !== null && format.money(price) },
    { title: nameOf('barcode'), dataIndex: 'barcode' },
    ...useOrigin<CatalogueProduct>(),
  ]
  return <CursorTable rowKey="code" pages={pages} columns={columns} empty={<NothingYet kind="products" />} />
}

function Stores({ q }: { q?: string }) {
  const { id: brand } = useBrand()
  const nameOf = useFieldName('stores')
  const pages = useCursorPages<CatalogueStore>(listCatalogueStoresInfiniteOptions({ path: { brand }, query: { q, limit: 50 } }))
  const columns: TableColumnsType<CatalogueStore> = [
    { title: nameOf('code'), dataIndex: 'code' },
    { title: nameOf('name'), dataIndex: 'name' },
    { title: nameOf('city'), render: (_, { province, city }) => [province, city].filter(Boolean).join(' ') },
    { title: nameOf('address'), dataIndex: 'address' },
    {
      title: nameOf('datum'),
      render: (_, { longitude, latitude, datum }) =>
        longitude !== null && <span className="ww-number">{`${longitude}, ${latitude} · ${datum?.toUpperCase()}`}</span>,
    },
    { title: nameOf('hours'), dataIndex: 'hours' },
    ...useOrigin<CatalogueStore>(),
  ]
  return <CursorTable rowKey="code" pages={pages} columns={columns} empty={<NothingYet kind="stores" />} />
}

function Staff({ q }: { q?: string }) {
  const { id: brand } = useBrand()
  const nameOf = useFieldName('staff')
  const pages = useCursorPages<CatalogueStaff>(listCatalogueStaffInfiniteOptions({ path: { brand }, query: { q, limit: 50 } }))
  const columns: TableColumnsType<CatalogueStaff> = [
    { title: nameOf('code'), dataIndex: 'code' },
    { title: nameOf('name'), dataIndex: 'name' },
    { title: nameOf('store'), dataIndex: 'store' },
    { title: nameOf('role'), dataIndex: 'role' },
    ...useOrigin<CatalogueStaff>(),
  ]
  return <CursorTable rowKey="code" pages={pages} columns={columns} empty={<NothingYet kind="staff" />} />
}

function useOrigin<T extends { source: string; changedAt: string }>(): TableColumnsType<T> {
  const { t } = useTranslation()
  const format = useFormat()
  return [
    { title: t('intake.reference.source'), dataIndex: 'source' },
    { title: t('intake.reference.changedAt'), render: (_, { changedAt }) => format.time(changedAt) },
  ]
}

function ImportLink({ kind }: { kind: Tab }) {
  const { t } = useTranslation()
  const path = useBrandPath()
  return (
    <Link to={path(`/imports/new?kind=${kind}`)}>
      <Button type="primary">{t('intake.reference.create', { kind: t(`intake.kinds.${kind}.name`) })}</Button>
    </Link>
  )
}

function NothingYet({ kind }: { kind: Tab }) {
  const { t } = useTranslation()
  const name = t(`intake.kinds.${kind}.name`)
  return (
    <EmptyState
      title={t('intake.reference.empty', { kind: name })}
      text={t('intake.reference.emptyText', { kind: name })}
      action={<ImportLink kind={kind} />}
    />
  )
}

import { Button, Tabs } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useBrandPath } from '@/shared/brand/BrandContext'
import { PageHeader } from '@/shared/components/PageHeader'
import { useUrlFilters } from '@/shared/hooks/useUrlFilters'
import { CustomerListsTable } from '../components/CustomerListsTable'
import { Downloads } from '../components/Downloads'

const FILTERS = ['tab'] as const

export function ListsPage() {
  const { t } = useTranslation()
  const path = useBrandPath()
  const { filters, set } = useUrlFilters(FILTERS)
  const create = (
    <Link to={path('/lists/new')}>
      <Button type="primary">{t('customerList.upload.title')}</Button>
    </Link>
  )
  return (
    <>
      <PageHeader title={t('customerList.title')} headline={t('customerList.headline')} actions={create} />
      <Tabs
        activeKey={filters.tab ?? 'lists'}
        onChange={(tab) => set({ tab: tab === 'lists' ? null : tab })}
        items={[
          { key: 'lists', label: t('customerList.title'), children: <CustomerListsTable create={create} /> },
          { key: 'downloads', label: t('memberDownload.list'), children: <Downloads />, destroyOnHidden: true },
        ]}
      />
    </>
  )
}

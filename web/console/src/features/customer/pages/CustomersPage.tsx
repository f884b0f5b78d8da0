import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate } from 'react-router'
import type { CustomerRow } from '@/client'
import { countCustomersOptions, listCustomersInfiniteOptions } from '@/client/@tanstack/react-query.gen'
import { useBrand, useBrandPath } from '@/shared/brand/BrandContext'
import { CursorTable } from '@/shared/components/CursorTable'
import { useCustomerColumns } from '@/shared/components/customerColumns'
import { EmptyState } from '@/shared/components/EmptyState'
import { PageHeader } from '@/shared/components/PageHeader'
import { Panel } from '@/shared/components/Panel'
import { isoDay } from '@/shared/format/time'
import { useCursorPages } from '@/shared/hooks/useCursorPages'
import { useFormat } from '@/shared/hooks/useFormat'
import { useUrlFilters } from '@/shared/hooks/useUrlFilters'
import { ListTools } from '@/shared/lists/ListTools'
import { useListView } from '@/shared/lists/useListView'
import { definitionOf, FILTERS, questionOf } from '../api/filters'
import { CustomerFilters } from '../components/CustomerFilters'

export function CustomersPage() {
  const { t } = useTranslation()
  const { id: brand, timeZone } = useBrand()
  const path = useBrandPath()
  const navigate = useNavigate()
  const format = useFormat()
  const { filters, set, clear } = useUrlFilters(FILTERS)
  const question = questionOf(filters, timeZone)
  const pages = useCursorPages<CustomerRow>(listCustomersInfiniteOptions({ path: { brand }, query: { ...question, limit: 50 } }))
  const count = useQuery(countCustomersOptions({ path: { brand }, query: question }))
  const view = useListView(useCustomerColumns(), FILTERS)
  const filtered = Object.keys(question).length > 0
  const definition = definitionOf(filters, isoDay(new Date().toISOString(), timeZone))
  const words = count.data
    ? t(count.data.exact ? 'customer.list.headlineExact' : 'customer.list.headlineAbout', { n: format.exact(count.data.count) })
    : count.isPending
      ? t('customer.list.counting')
      : undefined
  return (
    <>
      <PageHeader
        title={t('customer.list.title')}
        headline={<span data-testid="customer-count">{words}</span>}
        actions={
          <>
            {filtered && (
              <Button onClick={() => void navigate(path(`/tags?tab=mass&filter=${encodeURIComponent(JSON.stringify(question))}`))}>
                {t('customer.list.toTag')}
              </Button>
            )}
            {definition && (
              <Button onClick={() => void navigate(path(`/segments/new?definition=${encodeURIComponent(JSON.stringify(definition))}`))}>
                {t('customer.list.toSegment')}
              </Button>
            )}
          </>
        }
      />
      <CustomerFilters filters={filters} set={set} clear={clear} />
      <Panel flush extra={<ListTools list="customers" view={view} />}>
        <CursorTable
          rowKey="customerNo"
          pages={pages}
          columns={view.shown}
          onRow={(row) => ({ onClick: () => void navigate(path(`/customers/${row.customerNo}`)), style: { cursor: 'pointer' } })}
          empty={
            filtered ? (
              <EmptyState title={t('customer.list.noMatch')} text={t('customer.list.noMatchText')} action={<Button onClick={clear}>{t('common.clear')}</Button>} />
            ) : (
              <EmptyState
                title={t('customer.list.empty')}
                text={t('customer.list.emptyText')}
                action={
                  <Link to={path('/imports/new')}>
                    <Button type="primary">{t('customer.list.emptyAction')}</Button>
                  </Link>
                }
              />
            )
          }
        />
      </Panel>
    </>
  )
}

import { useQuery } from '@tanstack/react-query'
import { Table } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { CustomerList } from '@/client'
import { listCustomerListsOptions } from '@/client/@tanstack/react-query.gen'
import { useBrand, useBrandPath } from '@/shared/brand/BrandContext'
import { EmptyState } from '@/shared/components/EmptyState'
import { Loaded } from '@/shared/components/Loaded'
import { Count } from '@/shared/components/Numbers'
import { Panel } from '@/shared/components/Panel'
import { useFormat } from '@/shared/hooks/useFormat'
import { ListStateTag } from './ListStateTag'

export function CustomerListsTable({ create }: { create: ReactNode }) {
  const { t } = useTranslation()
  const { id: brand } = useBrand()
  const path = useBrandPath()
  const format = useFormat()
  const lists = useQuery({
    ...listCustomerListsOptions({ path: { brand } }),
    refetchInterval: ({ state }) => (state.data?.some((one) => one.state === 'making') ? 1_500 : false),
  })
  return (
    <Panel flush>
      <Loaded query={lists}>
        {(list) => (
          <Table<CustomerList>
            rowKey="id"
            dataSource={list}
            pagination={list.length > 50 ? { pageSize: 50 } : false}
            scroll={{ x: 760 }}
            locale={{ emptyText: <EmptyState title={t('customerList.empty')} text={t('customerList.emptyText')} action={create} /> }}
            columns={[
              { title: t('common.name'), render: (_, { id, name }) => <Link to={path(`/lists/${id}`)}>{name}</Link> },
              { title: t('customerList.origin'), render: (_, one) => <Origin list={one} /> },
              { title: t('customerList.size'), className: 'ww-right', render: (_, { size }) => <Count value={size} /> },
              { title: t('common.state'), render: (_, { state }) => <ListStateTag state={state} /> },
              {
                title: t('common.createdAt'),
                render: (_, { createdAt, createdBy }) => (
                  <>
                    {format.time(createdAt)}
                    <div className="ww-muted ww-small">{createdBy}</div>
                  </>
                ),
              },
            ]}
          />
        )}
      </Loaded>
    </Panel>
  )
}

function Origin({ list: { snapshot, upload } }: { list: CustomerList }) {
  const { t } = useTranslation()
  const format = useFormat()
  if (snapshot) return t('customerList.ofSegment', { name: snapshot.name, version: snapshot.version })
  const result = upload?.result
  return (
    <>
      {upload?.filename}
      {result && result.rows > 0 && <div className="ww-muted ww-small">{t('customerList.matchedShort', { rate: format.rate(result.matched / result.rows) })}</div>}
    </>
  )
}

import { useQuery } from '@tanstack/react-query'
import { Table } from 'antd'
import { useTranslation } from 'react-i18next'
import { listStoresOptions } from '@/client/@tanstack/react-query.gen'
import { useBrand } from '@/shared/brand/BrandContext'
import { EmptyState } from '@/shared/components/EmptyState'
import { Loaded } from '@/shared/components/Loaded'
import { Count } from '@/shared/components/Numbers'
import { Panel } from '@/shared/components/Panel'

export function Stores() {
  const { t } = useTranslation()
  const { id: brand } = useBrand()
  const stores = useQuery(listStoresOptions({ path: { brand } }))
  return (
    <Panel flush>
      <Loaded query={stores}>
        {(list) => (
          <Table
            rowKey="id"
            size="middle"
            dataSource={list}
            pagination={list.length > 50 ? { pageSize: 50, showSizeChanger: false } : false}
            scroll={{ x: 'max-content' }}
            locale={{ emptyText: <EmptyState title={t('wecom.guides.noStores')} text={t('wecom.guides.emptyText')} /> }}
            columns={[
              { title: t('wecom.guides.store'), dataIndex: 'name' },
              { title: t('wecom.guides.city'), dataIndex: 'city' },
              {
                title: t('wecom.guides.place'),
                render: (_, { longitude, latitude }) =>
                  longitude != null && latitude != null && <span className="ww-muted ww-number">{`${longitude.toFixed(4)}, ${latitude.toFixed(4)}`}</span>,
              },
              { title: t('wecom.guides.guidesCount'), className: 'ww-right', render: (_, { guides }) => <Count value={guides} /> },
              { title: t('wecom.guides.friends'), className: 'ww-right', render: (_, { friends }) => <Count value={friends} /> },
            ]}
          />
        )}
      </Loaded>
    </Panel>
  )
}

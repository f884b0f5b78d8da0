import type { TableColumnsType } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Store } from '@/client'
import { listStoresInfiniteOptions } from '@/client/@tanstack/react-query.gen'
import { useBrand } from '@/shared/brand/BrandContext'
import { CursorTable } from '@/shared/components/CursorTable'
import { EmptyState } from '@/shared/components/EmptyState'
import { Count } from '@/shared/components/Numbers'
import { Panel } from '@/shared/components/Panel'
import { useCursorPages } from '@/shared/hooks/useCursorPages'

export function Stores() {
  const { t } = useTranslation()
  const { id: brand } = useBrand()
  const pages = useCursorPages<Store>(listStoresInfiniteOptions({ path: { brand }, query: { limit: 50 } }))
  const columns: TableColumnsType<Store> = [
    { title: t('wecom.guides.store'), dataIndex: 'name' },
    { title: t('wecom.guides.city'), dataIndex: 'city' },
    {
      title: t('wecom.guides.place'),
      render: (_, { longitude, latitude }) =>
        longitude != null && latitude != null && <span className="ww-muted ww-number">{`${longitude.toFixed(4)}, ${latitude.toFixed(4)}`}</span>,
    },
    { title: t('wecom.guides.guidesCount'), className: 'ww-right', render: (_, { guides }) => <Count value={guides} /> },
    { title: t('wecom.guides.friends'), className: 'ww-right', render: (_, { friends }) => <Count value={friends} /> },
  ]
  return (
    <Panel flush>
      <CursorTable
        rowKey="id"
        pages={pages}
        columns={columns}
        empty={<EmptyState title={t('wecom.guides.noStores')} text={t('wecom.guides.emptyText')} />}
      />
    </Panel>
  )
}

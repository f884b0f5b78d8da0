import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Table } from 'antd'
import { useTranslation } from 'react-i18next'
import { sampleSegment, type Condition } from '@/client'
import { useBrand } from '@/shared/brand/BrandContext'
import { useCustomerColumns } from '@/shared/components/customerColumns'
import { EmptyState } from '@/shared/components/EmptyState'
import { Loaded } from '@/shared/components/Loaded'
import { Panel } from '@/shared/components/Panel'

export function SegmentSample({ definition, segment }: { definition: Condition; segment?: string }) {
  const { t } = useTranslation()
  const { id: brand } = useBrand()
  const columns = useCustomerColumns()
  const sample = useQuery({
    queryKey: ['sampleSegment', brand, definition, segment],
    queryFn: async ({ signal }) => (await sampleSegment({ path: { brand }, body: { definition, segment }, signal })).data,
    placeholderData: keepPreviousData,
    staleTime: 30_000,
  })
  return (
    <Panel flush title={t('segment.count.sample')} note={t('segment.count.sampleNote')}>
      <Loaded query={sample} rows={4}>
        {(rows) => (
          <Table
            size="small"
            rowKey="customerNo"
            columns={columns}
            dataSource={rows}
            pagination={false}
            scroll={{ x: 'max-content' }}
            locale={{ emptyText: <EmptyState title={t('segment.count.nobody')} /> }}
          />
        )}
      </Loaded>
    </Panel>
  )
}

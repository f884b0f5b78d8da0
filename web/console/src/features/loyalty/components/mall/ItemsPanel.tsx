import { Button, Space, Table } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { shelveMallItem, unshelveMallItem, type MallItem } from '@/client'
import { useBrand } from '@/shared/brand/BrandContext'
import { EmptyState } from '@/shared/components/EmptyState'
import { Count, Money } from '@/shared/components/Numbers'
import { Panel } from '@/shared/components/Panel'
import { StateTag } from '@/shared/components/StateTag'
import { useFormat } from '@/shared/hooks/useFormat'
import { useReport } from '@/shared/hooks/useReport'
import { CodesDialog } from './CodesDialog'
import { ItemDialog } from './ItemDialog'
import { useMallChange } from './useMallChange'

/** Everything that is or was in the mall. */
export function ItemsPanel({ items, create }: { items: MallItem[]; create: React.ReactNode }) {
  const { t } = useTranslation()
  const { id: brand } = useBrand()
  const format = useFormat()
  const report = useReport()
  const [changed, change] = useState<MallItem | null>(null)
  const [stocked, stock] = useState<MallItem | null>(null)
  const shelf = useMallChange(
    ({ id, onShelf }: MallItem) => (onShelf ? unshelveMallItem : shelveMallItem)({ path: { brand, id } }),
    ({ onShelf }) => t(onShelf ? 'mall.shelved' : 'mall.unshelved'),
  )
  const sale = ({ from, until }: MallItem['item']) => {
    if (from && until) return t('mall.between', { from: format.day(from), until: format.day(until) })
    if (from) return t('mall.from', { from: format.day(from) })
    return until ? t('mall.until', { until: format.day(until) }) : t('mall.always')
  }
  return (
    <Panel flush>
      <Table<MallItem>
        rowKey="id"
        size="middle"
        dataSource={items}
        scroll={{ x: 'max-content' }}
        pagination={items.length > 100 ? { pageSize: 100 } : false}
        locale={{ emptyText: <EmptyState title={t('mall.empty')} text={t('mall.emptyText')} action={create} /> }}
        columns={[
          {
            title: t('common.name'),
            render: (_, row) => (
              <>
                <Button type="link" size="small" style={{ paddingInline: 0 }} onClick={() => change(row)}>
                  {row.item.name}
                </Button>
                <span className="ww-muted ww-small">{t(`mall.kinds.${row.item.kind}`)}</span>
              </>
            ),
          },
          { title: t('common.state'), render: (_, { onShelf }) => <StateTag tone={onShelf ? 'good' : 'calm'}>{t(onShelf ? 'mall.onShelf' : 'mall.offShelf')}</StateTag> },
          {
            title: t('mall.price'),
            className: 'ww-right',
            render: (_, { item }) => (
              <>
                <Count value={item.points} />
                {item.money > 0 && (
                  <>
                    {' + '}
                    <Money value={item.money} />
                  </>
                )}
              </>
            ),
          },
          {
            title: t('mall.sold'),
            className: 'ww-right',
            render: (_, { sold, item }) => (
              <>
                <Count value={sold} /> / {item.stock == null ? t('mall.unlimited') : <Count value={item.stock} />}
              </>
            ),
          },
          { title: t('mall.toDo'), className: 'ww-right', render: (_, { toDo }) => <Count value={toDo} /> },
          { title: t('mall.sale'), render: (_, { item }) => <span className="ww-number">{sale(item)}</span> },
          {
            title: '',
            render: (_, row) => (
              <Space>
                {row.item.kind === 'code' && (
                  <Button size="small" onClick={() => stock(row)}>
                    {t('mall.codes.action')}
                  </Button>
                )}
                <Button size="small" onClick={() => shelf.mutate(row, { onError: report.refused })}>
                  {t(row.onShelf ? 'mall.unshelve' : 'mall.shelve')}
                </Button>
              </Space>
            ),
          },
        ]}
      />
      {changed && <ItemDialog item={changed} onClose={() => change(null)} />}
      {stocked && <CodesDialog item={stocked} onClose={() => stock(null)} />}
    </Panel>
  )
}

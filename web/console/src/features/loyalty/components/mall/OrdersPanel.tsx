import { DownloadOutlined } from '@ant-design/icons'
import { Button, Segmented, Space } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { handOverMallOrder, type MallDeskOrder } from '@/client'
import { listMallOrdersInfiniteOptions } from '@/client/@tanstack/react-query.gen'
import { useBrand, useBrandPath, usePerson } from '@/shared/brand/BrandContext'
import { CursorTable } from '@/shared/components/CursorTable'
import { EmptyState } from '@/shared/components/EmptyState'
import { Count } from '@/shared/components/Numbers'
import { Panel } from '@/shared/components/Panel'
import { StateTag } from '@/shared/components/StateTag'
import { useCursorPages } from '@/shared/hooks/useCursorPages'
import { useFormat } from '@/shared/hooks/useFormat'
import { useText } from '@/shared/hooks/useLanguage'
import { useReport } from '@/shared/hooks/useReport'
import { useUrlFilters } from '@/shared/hooks/useUrlFilters'
import { CancelOrderDialog } from './CancelOrderDialog'
import { OrderTo } from './OrderTo'
import { ReturnOrderDialog } from './ReturnOrderDialog'
import { ShipDialog } from './ShipDialog'
import { useMallChange } from './useMallChange'

const STATES = ['paid', 'ordered', 'fulfilled', 'cancelled', 'returned', 'owed', 'all'] as const
const TONES = { ordered: 'water', paid: 'sun', fulfilled: 'good', cancelled: 'calm', returned: 'calm' } as const

/** The orders of the mall, first what is to be done. */
export function OrdersPanel() {
  const { t } = useTranslation()
  const text = useText()
  const { id: brand } = useBrand()
  const { mayDownload } = usePerson()
  const path = useBrandPath()
  const format = useFormat()
  const report = useReport()
  const { filters, set } = useUrlFilters(['state'] as const)
  const state = filters.state ?? 'paid'
  const [sent, send] = useState<MallDeskOrder['order'] | null>(null)
  const [dropped, drop] = useState<MallDeskOrder['order'] | null>(null)
  const [back, takeBack] = useState<MallDeskOrder['order'] | null>(null)
  const pages = useCursorPages<MallDeskOrder>(
    listMallOrdersInfiniteOptions({ path: { brand }, query: { limit: 50, ...(state === 'owed' ? { owed: true } : { state: state === 'all' ? undefined : state }) } }),
  )
  const handOver = useMallChange(
    (id: string) => handOverMallOrder({ path: { brand, id } }),
    () => t('mall.order.handedOver'),
  )
  return (
    <Panel
      flush
      extra={
        <Space wrap>
          <Segmented
            value={state}
            onChange={(value) => set({ state: value })}
            options={STATES.map((value) => ({ value, label: value === 'all' || value === 'owed' ? t(`mall.order.${value}`) : t(`mall.states.${value}`) }))}
          />
          <Button icon={<DownloadOutlined />} disabled={!mayDownload} href={mayDownload ? `/api/brands/${brand}/mall/orders/shipping-file` : undefined} download>
            {t('mall.order.file')}
          </Button>
        </Space>
      }
    >
      <CursorTable<MallDeskOrder>
        rowKey={({ order }) => order.number}
        pages={pages}
        empty={<EmptyState title={t('mall.order.empty')} text={t('mall.order.emptyText')} />}
        columns={[
          { title: t('mall.order.number'), render: (_, { order }) => <span className="ww-number">{order.number}</span> },
          {
            title: t('mall.order.customer'),
            render: (_, { customer }) =>
              customer == null ? <span className="ww-muted">{t('mall.order.erased')}</span> : <Link to={path(`/customers/${customer}`)}>{t('customer.list.anonymous', { no: customer })}</Link>,
          },
          {
            title: t('mall.order.item'),
            render: (_, { order }) => (
              <>
                {order.name}
                {order.pieces > 1 && <span className="ww-number"> × {format.exact(order.pieces)}</span>} <span className="ww-muted ww-small">{t(`mall.kinds.${order.kind}`)}</span>
              </>
            ),
          },
          { title: t('mall.price'), className: 'ww-right', render: (_, { order }) => <Count value={order.points} /> },
          { title: t('mall.order.to'), render: (_, { order }) => <OrderTo order={order} /> },
          { title: t('mall.order.placed'), render: (_, { order }) => <span className="ww-number">{format.time(order.placedAt)}</span> },
          {
            title: t('common.state'),
            render: (_, { order, owed }) => (
              <>
                <StateTag tone={TONES[order.state]}>{t(`mall.states.${order.state}`)}</StateTag>
                {order.state === 'fulfilled' && order.returned > 0 && <div className="ww-small">{t('mallReturn.some', { returned: order.returned, pieces: order.pieces })}</div>}
                {order.why && (
                  <div className="ww-muted ww-small">
                    {text(order.why)}
                    {order.givenBack && ` · ${t('mall.order.givenBack')}`}
                  </div>
                )}
                {owed && <div className="ww-small">{t('mall.order.owedWhy', { why: text(owed) })}</div>}
              </>
            ),
          },
          {
            title: '',
            render: (_, { order }) => (
              <Space>
                {order.state === 'paid' && order.kind === 'goods' && order.store == null && (
                  <Button size="small" type="primary" onClick={() => send(order)}>
                    {t('mall.order.ship')}
                  </Button>
                )}
                {order.state === 'paid' && order.store != null && (
                  <Button size="small" type="primary" onClick={() => handOver.mutate(order.number, { onError: report.refused })}>
                    {t('mall.order.handOver')}
                  </Button>
                )}
                {order.state === 'fulfilled' && (
                  <Button size="small" onClick={() => takeBack(order)}>
                    {t('mallReturn.action')}
                  </Button>
                )}
                {order.state === 'paid' && (
                  <Button size="small" danger onClick={() => drop(order)}>
                    {t('mall.order.cancel')}
                  </Button>
                )}
              </Space>
            ),
          },
        ]}
      />
      {sent && <ShipDialog order={sent} onClose={() => send(null)} />}
      {back && <ReturnOrderDialog order={back} onClose={() => takeBack(null)} />}
      {dropped && <CancelOrderDialog order={dropped} onClose={() => drop(null)} />}
    </Panel>
  )
}

import { Form, Input, Modal } from 'antd'
import { useTranslation } from 'react-i18next'
import { shipMallOrder, type MallDeskOrder } from '@/client'
import { useBrand } from '@/shared/brand/BrandContext'
import { useFieldFaults } from '@/shared/hooks/useFieldFaults'
import { useMallChange } from './useMallChange'

/** An order is on its way. */
export function ShipDialog({ order, onClose }: { order: MallDeskOrder['order']; onClose: () => void }) {
  const { t } = useTranslation()
  const { id: brand } = useBrand()
  const [form] = Form.useForm<{ carrier: string; parcel: string }>()
  const faults = useFieldFaults(form)
  const ship = useMallChange(
    (body: { carrier: string; parcel: string }) => shipMallOrder({ path: { brand, id: order.number }, body }),
    () => t('mall.order.shipped'),
    onClose,
  )
  const needed = [{ required: true, whitespace: true, message: t('common.required') }]
  return (
    <Modal open title={t('mall.order.shipTitle')} okText={t('mall.order.ship')} confirmLoading={ship.isPending} onOk={form.submit} onCancel={onClose}>
      {order.address && <p className="ww-muted">{`${order.name} → ${order.address.name}, ${order.address.phone}, ${order.address.address}`}</p>}
      <Form form={form} layout="vertical" onFinish={(wish) => ship.mutate(wish, { onError: faults })}>
        <Form.Item name="carrier" label={t('mall.order.carrier')} rules={needed}>
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item name="parcel" label={t('mall.order.parcel')} rules={needed}>
          <Input maxLength={200} />
        </Form.Item>
      </Form>
    </Modal>
  )
}

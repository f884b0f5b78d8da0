import { Form, Input, Modal } from 'antd'
import { useTranslation } from 'react-i18next'
import { cancelMallOrder, type MallDeskOrder } from '@/client'
import { useBrand } from '@/shared/brand/BrandContext'
import { useFieldFaults } from '@/shared/hooks/useFieldFaults'
import { useFormat } from '@/shared/hooks/useFormat'
import { useMallChange } from './useMallChange'

/** Cancels an order once it is said what that gives back. */
export function CancelOrderDialog({ order, onClose }: { order: MallDeskOrder['order']; onClose: () => void }) {
  const { t } = useTranslation()
  const { id: brand } = useBrand()
  const format = useFormat()
  const [form] = Form.useForm<{ why: string }>()
  const faults = useFieldFaults(form)
  const cancel = useMallChange(
    (body: { why: string }) => cancelMallOrder({ path: { brand, id: order.number }, body }),
    () => t('mall.order.cancelled'),
    onClose,
  )
  return (
    <Modal
      open
      title={t('mall.order.cancelTitle', { number: order.number })}
      okText={t('mall.order.cancel')}
      okButtonProps={{ danger: true }}
      confirmLoading={cancel.isPending}
      onOk={form.submit}
      onCancel={onClose}
    >
      <p>{t('mall.order.cancelText', { points: format.exact(order.points) })}</p>
      <Form form={form} layout="vertical" onFinish={(wish) => cancel.mutate(wish, { onError: faults })}>
        <Form.Item name="why" label={t('mall.order.why')} rules={[{ required: true, whitespace: true, message: t('common.required') }]}>
          <Input maxLength={200} />
        </Form.Item>
      </Form>
    </Modal>
  )
}

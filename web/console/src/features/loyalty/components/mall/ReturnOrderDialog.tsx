import { Alert, Checkbox, Form, Input, Modal } from 'antd'
import { useTranslation } from 'react-i18next'
import { returnMallOrder, type MallDeskOrder } from '@/client'
import { useBrand } from '@/shared/brand/BrandContext'
import { useFieldFaults } from '@/shared/hooks/useFieldFaults'
import { useFormat } from '@/shared/hooks/useFormat'
import { useMallChange } from './useMallChange'

interface Answers {
  why: string
  restock: boolean
}

/** Takes back what was handed out once it is said what that gives back. */
export function ReturnOrderDialog({ order, onClose }: { order: MallDeskOrder['order']; onClose: () => void }) {
  const { t } = useTranslation()
  const { id: brand } = useBrand()
  const format = useFormat()
  const [form] = Form.useForm<Answers>()
  const faults = useFieldFaults(form)
  const seen = order.kind === 'code'
  const back = useMallChange(
    ({ why, restock }: Answers) => returnMallOrder({ path: { brand, id: order.number }, body: { why, restock: !seen && restock } }),
    () => t('mallReturn.done'),
    onClose,
  )
  return (
    <Modal
      open
      title={t('mallReturn.title', { number: order.number })}
      okText={t('mallReturn.action')}
      okButtonProps={{ danger: true }}
      confirmLoading={back.isPending}
      onOk={form.submit}
      onCancel={onClose}
    >
      <p>{t('mallReturn.text', { points: format.exact(order.points) })}</p>
      {order.kind !== 'goods' && <Alert showIcon type="info" title={t(`mallReturn.of.${order.kind}`)} style={{ marginBottom: 12 }} />}
      <Form form={form} layout="vertical" initialValues={{ why: '', restock: !seen }} onFinish={(wish) => back.mutate(wish, { onError: faults })}>
        <Form.Item name="why" label={t('mallReturn.why')} rules={[{ required: true, whitespace: true, message: t('common.required') }]}>
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item name="restock" valuePropName="checked">
          <Checkbox disabled={seen}>{t('mallReturn.restock')}</Checkbox>
        </Form.Item>
      </Form>
    </Modal>
  )
}

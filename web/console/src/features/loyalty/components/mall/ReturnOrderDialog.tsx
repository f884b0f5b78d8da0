import { Alert, Checkbox, Form, Input, InputNumber, Modal } from 'antd'
import { useTranslation } from 'react-i18next'
import { returnMallOrder, type MallDeskOrder } from '@/client'
import { useBrand } from '@/shared/brand/BrandContext'
import { useFieldFaults } from '@/shared/hooks/useFieldFaults'
import { useFormat } from '@/shared/hooks/useFormat'
import { useMallChange } from './useMallChange'

interface Answers {
  pieces: number
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
  const left = order.pieces - order.returned
  const pieces = Form.useWatch('pieces', form) ?? left
  const back = useMallChange(
    ({ why, restock, pieces }: Answers) =>
      returnMallOrder({ path: { brand, id: order.number }, body: { why, restock: !seen && restock, pieces: pieces ?? left, returned: order.returned } }),
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
      <p>{t('mallReturn.text', { points: format.exact((order.points / order.pieces) * pieces) })}</p>
      {order.kind !== 'goods' && <Alert showIcon type="info" title={t(`mallReturn.of.${order.kind}`)} style={{ marginBottom: 12 }} />}
      <Form form={form} layout="vertical" initialValues={{ pieces: left, why: '', restock: !seen }} onFinish={(wish) => back.mutate(wish, { onError: faults })}>
        <Form.Item name="pieces" label={t('mallReturn.pieces')} extra={t('mallReturn.left', { left })} hidden={left === 1} rules={[{ required: true, message: t('common.required') }]}>
          <InputNumber min={1} max={left} precision={0} />
        </Form.Item>
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

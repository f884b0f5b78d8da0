import { Form, Input, Modal } from 'antd'
import { useTranslation } from 'react-i18next'

interface Props {
  open: boolean
  title: string
  text: string
  ok: string
  danger?: boolean
  pending: boolean
  onOk: (reason: string) => void
  onClose: () => void
}

/** Asks for the reason that the trail keeps. */
export function ReasonDialog({ open, title, text, ok, danger, pending, onOk, onClose }: Props) {
  const { t } = useTranslation()
  const [form] = Form.useForm<{ reason: string }>()
  return (
    <Modal
      open={open}
      title={title}
      okText={ok}
      okButtonProps={{ danger }}
      confirmLoading={pending}
      onOk={() => form.submit()}
      onCancel={onClose}
      destroyOnHidden
    >
      <p>{text}</p>
      <Form form={form} layout="vertical" onFinish={({ reason }) => onOk(reason)}>
        <Form.Item
          name="reason"
          label={t('customer.privacy.reason')}
          extra={t('customer.privacy.reasonHint')}
          rules={[{ required: true, whitespace: true, message: t('customer.privacy.reasonMissing') }]}
        >
          <Input.TextArea rows={3} maxLength={500} />
        </Form.Item>
      </Form>
    </Modal>
  )
}

import { Form, Input, Modal } from 'antd'
import { useTranslation } from 'react-i18next'
import { useGrants } from './useGrants'

/** Why a grant is refused, for whoever asked. */
export function RefuseDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useTranslation()
  const [form] = Form.useForm<{ reason: string }>()
  const { refuse } = useGrants()
  return (
    <Modal open title={t('grant.refuse')} okText={t('grant.refuse')} okButtonProps={{ danger: true }} confirmLoading={refuse.isPending} onOk={form.submit} onCancel={onClose}>
      <Form form={form} layout="vertical" onFinish={({ reason }) => refuse.mutate({ id, reason: reason.trim() }, { onSuccess: onClose })}>
        <Form.Item name="reason" label={t('grant.reason')} rules={[{ required: true, whitespace: true, message: t('common.required') }]}>
          <Input.TextArea rows={3} maxLength={500} />
        </Form.Item>
      </Form>
    </Modal>
  )
}

import { Form, Input, Modal } from 'antd'
import { useTranslation } from 'react-i18next'

/** A new view to be named, or one to be renamed from the name it has. */
export interface Naming {
  from?: string
}

interface Props {
  naming: Naming
  taken: string[]
  onNamed: (name: string) => void
  onClose: () => void
}

export function ViewNameDialog({ naming: { from }, taken, onNamed, onClose }: Props) {
  const { t } = useTranslation()
  const [form] = Form.useForm<{ name: string }>()
  const isNew = from === undefined
  const isFree = (name = '') => name.trim() === from || !taken.includes(name.trim())
  return (
    <Modal
      open
      title={isNew ? t('list.saveTitle') : t('list.renameTitle')}
      okText={t('common.save')}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Form form={form} layout="vertical" initialValues={{ name: from }} onFinish={({ name }) => onNamed(name.trim())}>
        <Form.Item
          name="name"
          label={t('list.name')}
          extra={isNew && t('list.kept')}
          rules={[
            { required: true, whitespace: true, message: t('list.nameMissing') },
            {
              warningOnly: isNew,
              validator: (_, name?: string) =>
                isFree(name) ? Promise.resolve() : Promise.reject(new Error(isNew ? t('list.replaces') : t('list.taken'))),
            },
          ]}
        >
          <Input maxLength={40} autoFocus />
        </Form.Item>
      </Form>
    </Modal>
  )
}

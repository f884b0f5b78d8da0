import { Form, Input, Modal, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { createTag, renameTag, type NewTag, type Tag, type TagGroup } from '@/client'
import { useBrand } from '@/shared/brand/BrandContext'
import { useTagMutation } from '../api/useTagMutation'

const KINDS = ['plain', 'text', 'number', 'date'] as const

export function TagDialog({ group, tag, onClose }: { group: TagGroup; tag?: Tag; onClose: () => void }) {
  const { t } = useTranslation()
  const { id: brand } = useBrand()
  const [form] = Form.useForm<NewTag>()
  const save = useTagMutation(
    ({ name, kind }: NewTag): Promise<unknown> =>
      tag ? renameTag({ path: { brand, id: tag.id }, body: { name } }) : createTag({ path: { brand, id: group.id }, body: { name, kind } }),
    onClose,
  )
  return (
    <Modal open title={tag ? t('tag.rename') : t('tag.createIn', { group: group.name })} okText={t(tag ? 'common.save' : 'common.create')} onOk={() => form.submit()} onCancel={onClose} confirmLoading={save.isPending}>
      <Form<NewTag> form={form} layout="vertical" initialValues={tag ?? { name: '', kind: 'plain' }} onFinish={(values) => save.mutate(values)}>
        <Form.Item name="name" label={t('common.name')} rules={[{ required: true, whitespace: true, message: t('common.required') }]}>
          <Input maxLength={30} />
        </Form.Item>
        <Form.Item name="kind" label={t('tag.kind')} extra={t('tag.kindNote')}>
          <Select disabled={!!tag} options={KINDS.map((value) => ({ value, label: t(`tag.kinds.${value}`) }))} />
        </Form.Item>
      </Form>
    </Modal>
  )
}

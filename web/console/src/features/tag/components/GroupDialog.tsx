import { Checkbox, Form, Input, Modal, Radio } from 'antd'
import { useTranslation } from 'react-i18next'
import { changeTagGroup, createTagGroup, type TagGroup } from '@/client'
import { useBrand } from '@/shared/brand/BrandContext'
import { useTagMutation } from '../api/useTagMutation'

interface Values {
  name: string
  single: boolean
  wecom: boolean
}

export function GroupDialog({ group, onClose }: { group?: TagGroup; onClose: () => void }) {
  const { t } = useTranslation()
  const { id: brand } = useBrand()
  const [form] = Form.useForm<Values>()
  const save = useTagMutation(
    ({ name, single, wecom }: Values): Promise<unknown> =>
      group ? changeTagGroup({ path: { brand, id: group.id }, body: { name, wecom } }) : createTagGroup({ path: { brand }, body: { name, single, wecom } }),
    onClose,
  )
  return (
    <Modal open title={t(group ? 'tag.group.edit' : 'tag.group.create')} okText={t(group ? 'common.save' : 'common.create')} onOk={() => form.submit()} onCancel={onClose} confirmLoading={save.isPending}>
      <Form<Values> form={form} layout="vertical" initialValues={group ?? { name: '', single: false, wecom: true }} onFinish={(values) => save.mutate(values)}>
        <Form.Item name="name" label={t('common.name')} rules={[{ required: true, whitespace: true, message: t('common.required') }]}>
          <Input maxLength={30} placeholder={t('tag.group.placeholder')} />
        </Form.Item>
        <Form.Item name="single" label={t('tag.group.choice')} extra={t('tag.group.choiceNote')}>
          <Radio.Group disabled={!!group} options={[{ value: false, label: t('tag.group.multiple') }, { value: true, label: t('tag.group.single') }]} />
        </Form.Item>
        <Form.Item name="wecom" valuePropName="checked" extra={t('tag.group.wecomNote')}>
          <Checkbox>{t('tag.group.inWecom')}</Checkbox>
        </Form.Item>
      </Form>
    </Modal>
  )
}

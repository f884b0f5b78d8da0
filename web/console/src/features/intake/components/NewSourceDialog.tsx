import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Form, Input, Modal } from 'antd'
import { useTranslation } from 'react-i18next'
import { createSource, type IssuedWriteKey, type NewSource } from '@/client'
import { listSourcesQueryKey } from '@/client/@tanstack/react-query.gen'
import { useBrand } from '@/shared/brand/BrandContext'
import { useReport } from '@/shared/hooks/useReport'

interface Props {
  open: boolean
  onClose: () => void
  onIssued: (issued: IssuedWriteKey) => void
}

export function NewSourceDialog({ open, onClose, onIssued }: Props) {
  const { t } = useTranslation()
  const { id: brand } = useBrand()
  const report = useReport()
  const queries = useQueryClient()
  const [form] = Form.useForm<NewSource>()
  const create = useMutation({
    mutationFn: (body: NewSource) => createSource({ path: { brand }, body }),
    onSuccess: ({ data }) => {
      void queries.invalidateQueries({ queryKey: listSourcesQueryKey({ path: { brand } }) })
      onClose()
      onIssued(data)
    },
    onError: report.refused,
  })
  return (
    <Modal
      open={open}
      title={t('intake.sources.create')}
      okText={t('common.create')}
      onOk={() => form.submit()}
      onCancel={onClose}
      confirmLoading={create.isPending}
      destroyOnHidden
    >
      <Form<NewSource> form={form} layout="vertical" onFinish={(source) => create.mutate(source)}>
        <Form.Item name="name" label={t('intake.sources.name')} rules={[{ required: true, whitespace: true, message: t('access.password.missing') }]}>
          <Input placeholder={t('intake.sources.namePlaceholder')} maxLength={60} />
        </Form.Item>
      </Form>
    </Modal>
  )
}

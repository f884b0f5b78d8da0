import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Form, Input, Modal } from 'antd'
import { useTranslation } from 'react-i18next'
import { createInlet, updateInlet, type Inlet, type InletSettingsWritable } from '@/client'
import { listInletsQueryKey } from '@/client/@tanstack/react-query.gen'
import { useBrand } from '@/shared/brand/BrandContext'
import { useReport } from '@/shared/hooks/useReport'
import { asSettings, NEW_CONNECTION } from '../api/connection'
import { ConnectionFields } from './ConnectionFields'

export function InletDialog({ inlet, onClose }: { inlet: Inlet | null; onClose: () => void }) {
  const { t } = useTranslation()
  const { id: brand } = useBrand()
  const report = useReport()
  const queries = useQueryClient()
  const [form] = Form.useForm<InletSettingsWritable>()
  const save = useMutation({
    mutationFn: (settings: InletSettingsWritable) => {
      const body = { ...settings, connection: asSettings(settings.connection), group: settings.group || null }
      return inlet ? updateInlet({ path: { brand, id: inlet.id }, body }) : createInlet({ path: { brand }, body })
    },
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: listInletsQueryKey({ path: { brand } }) })
      onClose()
    },
    onError: report.refused,
  })
  return (
    <Modal
      open
      title={t(inlet ? 'exchange.inlets.edit' : 'exchange.inlets.create')}
      okText={t(inlet ? 'common.save' : 'common.create')}
      onOk={() => form.submit()}
      onCancel={onClose}
      confirmLoading={save.isPending}
    >
      <Form<InletSettingsWritable>
        form={form}
        layout="vertical"
        initialValues={inlet ?? { connection: NEW_CONNECTION }}
        onFinish={(settings) => save.mutate(settings)}
      >
        <Form.Item name="source" label={t('exchange.inlets.source')} rules={[{ required: true, whitespace: true, message: t('exchange.topics.missing') }]}>
          <Input maxLength={80} disabled={inlet !== null} />
        </Form.Item>
        <ConnectionFields />
        <Form.Item name="group" label={t('exchange.inlets.group')} extra={t('exchange.inlets.groupHint')}>
          <Input autoComplete="off" />
        </Form.Item>
      </Form>
    </Modal>
  )
}

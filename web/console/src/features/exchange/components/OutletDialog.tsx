import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Form, Input, Modal } from 'antd'
import { useTranslation } from 'react-i18next'
import { createOutlet, updateOutlet, type Outlet, type OutletSettingsWritable } from '@/client'
import { listOutletsQueryKey } from '@/client/@tanstack/react-query.gen'
import { useBrand } from '@/shared/brand/BrandContext'
import { useReport } from '@/shared/hooks/useReport'
import { asSettings, NEW_CONNECTION } from '../api/connection'
import { ConnectionFields } from './ConnectionFields'
import { ReceiverFields } from './ReceiverFields'

export function OutletDialog({ outlet, onClose }: { outlet: Outlet | null; onClose: () => void }) {
  const { t } = useTranslation()
  const { id: brand } = useBrand()
  const report = useReport()
  const queries = useQueryClient()
  const [form] = Form.useForm<OutletSettingsWritable>()
  const save = useMutation({
    mutationFn: (settings: OutletSettingsWritable) => {
      const body = { ...settings, connection: asSettings(settings.connection) }
      return outlet ? updateOutlet({ path: { brand, id: outlet.id }, body }) : createOutlet({ path: { brand }, body })
    },
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: listOutletsQueryKey({ path: { brand } }) })
      onClose()
    },
    onError: report.refused,
  })
  return (
    <Modal
      open
      title={t(outlet ? 'exchange.outlets.edit' : 'exchange.outlets.create')}
      okText={t(outlet ? 'common.save' : 'common.create')}
      onOk={() => form.submit()}
      onCancel={onClose}
      confirmLoading={save.isPending}
    >
      <Form<OutletSettingsWritable>
        form={form}
        layout="vertical"
        initialValues={outlet ?? { connection: NEW_CONNECTION, events: [], personalData: false, fromBeginning: false }}
        onFinish={(settings) => save.mutate(settings)}
      >
        <Form.Item name="name" label={t('exchange.outlets.name')} rules={[{ required: true, whitespace: true, message: t('exchange.topics.missing') }]}>
          <Input placeholder={t('exchange.outlets.namePlaceholder')} maxLength={80} />
        </Form.Item>
        <ConnectionFields />
        <ReceiverFields isNew={!outlet} />
      </Form>
    </Modal>
  )
}

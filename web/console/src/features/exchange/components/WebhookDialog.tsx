import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Form, Input, Modal } from 'antd'
import { useTranslation } from 'react-i18next'
import { createWebhook, updateWebhook, type IssuedSecret, type Webhook, type WebhookSettings } from '@/client'
import { listWebhooksQueryKey } from '@/client/@tanstack/react-query.gen'
import { useBrand } from '@/shared/brand/BrandContext'
import { useFieldFaults } from '@/shared/hooks/useFieldFaults'
import { ReceiverFields } from './ReceiverFields'

interface Props {
  /** Null for a new one. */
  webhook: Webhook | null
  onClose: () => void
  onIssued: (issued: IssuedSecret) => void
}

export function WebhookDialog({ webhook, onClose, onIssued }: Props) {
  const { t } = useTranslation()
  const { id: brand } = useBrand()
  const queries = useQueryClient()
  const [form] = Form.useForm<WebhookSettings>()
  const save = useMutation({
    mutationFn: async (body: WebhookSettings): Promise<IssuedSecret | null> => {
      if (!webhook) return (await createWebhook({ path: { brand }, body })).data
      await updateWebhook({ path: { brand, id: webhook.id }, body })
      return null
    },
    onSuccess: (issued) => {
      void queries.invalidateQueries({ queryKey: listWebhooksQueryKey({ path: { brand } }) })
      onClose()
      if (issued) onIssued(issued)
    },
    onError: useFieldFaults(form, { 'exchange-name-taken': 'name', 'webhook-address-private': 'url' }),
  })
  const missing = { required: true, whitespace: true, message: t('exchange.topics.missing') }
  return (
    <Modal
      open
      title={t(webhook ? 'exchange.webhooks.edit' : 'exchange.webhooks.create')}
      okText={t(webhook ? 'common.save' : 'common.create')}
      onOk={() => form.submit()}
      onCancel={onClose}
      confirmLoading={save.isPending}
    >
      <Form<WebhookSettings>
        form={form}
        layout="vertical"
        initialValues={webhook ?? { events: [], personalData: false, fromBeginning: false }}
        onFinish={(settings) => save.mutate(settings)}
      >
        <Form.Item name="name" label={t('exchange.webhooks.name')} rules={[missing]}>
          <Input placeholder={t('exchange.webhooks.namePlaceholder')} maxLength={80} />
        </Form.Item>
        <Form.Item name="url" label={t('exchange.webhooks.url')} rules={[missing]}>
          <Input placeholder={t('exchange.webhooks.urlPlaceholder')} inputMode="url" autoComplete="off" />
        </Form.Item>
        <ReceiverFields isNew={!webhook} />
      </Form>
    </Modal>
  )
}

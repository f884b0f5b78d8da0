import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Button, Dropdown } from 'antd'
import { MoreOutlined } from '@ant-design/icons'
import { useTranslation } from 'react-i18next'
import { deleteWebhook, pauseWebhook, renewWebhookSecret, resumeWebhook, skipWebhookEvent, testWebhook, type IssuedSecret, type Webhook } from '@/client'
import { listWebhooksQueryKey } from '@/client/@tanstack/react-query.gen'
import { useBrand } from '@/shared/brand/BrandContext'
import { useReport } from '@/shared/hooks/useReport'
import { useDeliveryWords } from './useFailureWords'
import { useMayChange } from './useMayChange'

interface Props {
  webhook: Webhook
  onEdit: (webhook: Webhook) => void
  onIssued: (issued: IssuedSecret) => void
}

export function WebhookActions({ webhook, onEdit, onIssued }: Props) {
  const { t } = useTranslation()
  const { modal, message } = App.useApp()
  const { id: brand } = useBrand()
  const report = useReport()
  const words = useDeliveryWords()
  const mayChange = useMayChange()
  const queries = useQueryClient()
  const path = { brand, id: webhook.id }
  const refresh = () => queries.invalidateQueries({ queryKey: listWebhooksQueryKey({ path: { brand } }) })
  const act = useMutation({
    mutationFn: async (what: (options: { path: typeof path }) => Promise<unknown>) => what({ path }),
    onSuccess: refresh,
    onError: report.refused,
  })
  const test = useMutation({
    mutationFn: () => testWebhook({ path }),
    onSuccess: ({ data }) => {
      if (data.delivered) void message.success(t('exchange.webhooks.tested', { status: data.status ?? '' }))
      else if (data.failure) void message.error(t('exchange.webhooks.testFailed', { why: words({ failure: data.failure, status: data.status }) }))
    },
    onError: report.refused,
  })
  const renew = useMutation({ mutationFn: () => renewWebhookSecret({ path }), onSuccess: ({ data }) => onIssued(data), onError: report.refused })

  function confirm(title: string, content: string, okText: string, danger: boolean, onOk: () => Promise<unknown>) {
    modal.confirm({ title, content, okText, okButtonProps: { danger }, onOk: () => onOk().catch(() => undefined) })
  }

  const { name } = webhook
  const items = [
    { key: 'edit', label: t('common.edit'), hidden: !mayChange, onClick: () => onEdit(webhook) },
    {
      key: 'skip',
      label: t('exchange.webhooks.skip'),
      hidden: webhook.attempts === 0,
      onClick: () => confirm(t('exchange.webhooks.skipTitle'), t('exchange.webhooks.skipText'), t('exchange.webhooks.skip'), false, () => act.mutateAsync(skipWebhookEvent)),
    },
    {
      key: 'renew',
      label: t('exchange.webhooks.renew'),
      hidden: !mayChange,
      onClick: () => confirm(t('exchange.webhooks.renewTitle', { name }), t('exchange.webhooks.renewText'), t('exchange.webhooks.renew'), true, () => renew.mutateAsync()),
    },
    {
      key: 'remove',
      label: t('exchange.remove'),
      danger: true,
      hidden: !mayChange,
      onClick: () => confirm(t('exchange.webhooks.removeTitle', { name }), t('exchange.webhooks.removeText'), t('exchange.remove'), true, () => act.mutateAsync(deleteWebhook)),
    },
  ]
  const menu = items.filter(({ hidden }) => !hidden).map(({ key, label, danger, onClick }) => ({ key, label, danger, onClick }))
  return (
    <span className="ww-row">
      <Button type="link" size="small" loading={test.isPending} onClick={() => test.mutate()}>
        {t('exchange.test')}
      </Button>
      <Button type="link" size="small" loading={act.isPending} onClick={() => act.mutate(webhook.state === 'active' ? pauseWebhook : resumeWebhook)}>
        {t(webhook.state === 'active' ? 'exchange.pause' : 'exchange.resume')}
      </Button>
      {menu.length > 0 && (
        <Dropdown menu={{ items: menu }} trigger={['click']}>
          <Button type="text" size="small" icon={<MoreOutlined />} aria-label={`${t('common.actions')}: ${name}`} />
        </Dropdown>
      )}
    </span>
  )
}

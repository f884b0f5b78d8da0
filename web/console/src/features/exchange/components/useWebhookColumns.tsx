import { Button, type TableColumnsType } from 'antd'
import { useTranslation } from 'react-i18next'
import type { IssuedSecret, Webhook } from '@/client'
import { Count } from '@/shared/components/Numbers'
import { useFormat } from '@/shared/hooks/useFormat'
import { EventNames } from './EventNames'
import { FlowTag } from './FlowTag'
import { useDeliveryWords } from './useFailureWords'
import { WebhookActions } from './WebhookActions'

interface Openers {
  onEdit: (webhook: Webhook) => void
  onIssued: (issued: IssuedSecret) => void
  onLetters: (webhook: Webhook) => void
}

export function useWebhookColumns({ onEdit, onIssued, onLetters }: Openers): TableColumnsType<Webhook> {
  const { t } = useTranslation()
  const format = useFormat()
  return [
    {
      title: t('common.name'),
      render: (_, webhook) => (
        <>
          <div>{webhook.name}</div>
          <div className="ww-muted ww-small" style={{ maxWidth: 320, wordBreak: 'break-all' }}>{webhook.url}</div>
        </>
      ),
    },
    { title: t('exchange.events'), render: (_, { events, personalData }) => <EventNames events={events} personalData={personalData} /> },
    { title: t('common.state'), render: (_, webhook) => <WebhookStateCell webhook={webhook} /> },
    { title: t('exchange.webhooks.delivered'), className: 'ww-right', render: (_, { delivered }) => <Count value={delivered} /> },
    { title: t('exchange.webhooks.last'), render: (_, { lastDeliveredAt }) => (lastDeliveredAt ? format.time(lastDeliveredAt) : t('exchange.webhooks.never')) },
    { title: <span title={t('exchange.behindHint')}>{t('exchange.behind')}</span>, className: 'ww-right', render: (_, { behind }) => <Count value={behind} /> },
    {
      title: t('exchange.webhooks.deadLetters'),
      className: 'ww-right',
      render: (_, webhook) =>
        webhook.deadLetters > 0 ? (
          <Button type="link" size="small" danger onClick={() => onLetters(webhook)} aria-label={t('exchange.letters.title', { name: webhook.name })}>
            {format.exact(webhook.deadLetters)}
          </Button>
        ) : (
          <span className="ww-number">0</span>
        ),
    },
    { title: t('common.actions'), render: (_, webhook) => <WebhookActions webhook={webhook} onEdit={onEdit} onIssued={onIssued} /> },
  ]
}

function WebhookStateCell({ webhook }: { webhook: Webhook }) {
  const { t } = useTranslation()
  const format = useFormat()
  const words = useDeliveryWords()
  const { state, failingSince, failure, failureStatus, attempts, nextTryAt } = webhook
  const why = failure ? words({ failure, status: failureStatus }) : null
  return (
    <div style={{ maxWidth: 360 }}>
      <FlowTag state={state} failing={failingSince !== null} />
      {why && state === 'disabled' && <div className="ww-small">{t('exchange.webhooks.disabled', { why })}</div>}
      {why && state === 'active' && failingSince && (
        <div className="ww-small">
          {t('exchange.failing', { since: format.time(failingSince), why })}
          <div className="ww-muted">
            {[t('exchange.webhooks.attempts', { n: format.exact(attempts) }), nextTryAt && t('exchange.nextTry', { at: format.time(nextTryAt) })]
              .filter(Boolean)
              .join(' · ')}
          </div>
        </div>
      )}
    </div>
  )
}

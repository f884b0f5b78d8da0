import { useQuery } from '@tanstack/react-query'
import { Button, Table } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { IssuedSecret, Webhook } from '@/client'
import { listWebhooksOptions } from '@/client/@tanstack/react-query.gen'
import { useBrand } from '@/shared/brand/BrandContext'
import { EmptyState } from '@/shared/components/EmptyState'
import { Loaded } from '@/shared/components/Loaded'
import { Panel } from '@/shared/components/Panel'
import { DeadLetters } from './DeadLetters'
import { SecretDialog } from './SecretDialog'
import { useMayChange } from './useMayChange'
import { useWebhookColumns } from './useWebhookColumns'
import { WebhookDialog } from './WebhookDialog'

export function Webhooks() {
  const { t } = useTranslation()
  const { id: brand } = useBrand()
  const mayChange = useMayChange()
  const webhooks = useQuery({ ...listWebhooksOptions({ path: { brand } }), refetchInterval: 5_000 })
  const [edited, setEdited] = useState<Webhook | 'new' | null>(null)
  const [issued, setIssued] = useState<IssuedSecret | null>(null)
  const [lettersOf, setLettersOf] = useState<Webhook | null>(null)
  const columns = useWebhookColumns({ onEdit: setEdited, onIssued: setIssued, onLetters: setLettersOf })
  const create = mayChange ? (
    <Button type="primary" onClick={() => setEdited('new')}>
      {t('exchange.webhooks.create')}
    </Button>
  ) : undefined
  return (
    <>
      <Panel flush extra={create} note={mayChange ? undefined : t('exchange.adminOnly')} title={t('exchange.tabs.webhooks')}>
        <Loaded query={webhooks}>
          {(list) => (
            <Table
              rowKey="id"
              columns={columns}
              dataSource={list}
              pagination={false}
              scroll={{ x: 'max-content' }}
              locale={{ emptyText: <EmptyState title={t('exchange.webhooks.empty')} text={t('exchange.webhooks.emptyText')} action={create} /> }}
            />
          )}
        </Loaded>
      </Panel>
      {edited && <WebhookDialog webhook={edited === 'new' ? null : edited} onClose={() => setEdited(null)} onIssued={setIssued} />}
      <SecretDialog issued={issued} onClose={() => setIssued(null)} />
      {lettersOf && <DeadLetters webhook={lettersOf} onClose={() => setLettersOf(null)} />}
    </>
  )
}

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Table, type TableColumnsType } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { deleteOutlet, pauseOutlet, resumeOutlet, type Outlet } from '@/client'
import { listOutletsOptions, listOutletsQueryKey } from '@/client/@tanstack/react-query.gen'
import { useBrand } from '@/shared/brand/BrandContext'
import { EmptyState } from '@/shared/components/EmptyState'
import { Loaded } from '@/shared/components/Loaded'
import { Count } from '@/shared/components/Numbers'
import { Panel } from '@/shared/components/Panel'
import { useFormat } from '@/shared/hooks/useFormat'
import { EventNames } from './EventNames'
import { FlowActions } from './FlowActions'
import { FlowTag } from './FlowTag'
import { OutletDialog } from './OutletDialog'
import { useTopicWords } from './useFailureWords'
import { useMayChange } from './useMayChange'

export function Outlets() {
  const { t } = useTranslation()
  const { id: brand } = useBrand()
  const format = useFormat()
  const words = useTopicWords()
  const mayChange = useMayChange()
  const queries = useQueryClient()
  const outlets = useQuery({ ...listOutletsOptions({ path: { brand } }), refetchInterval: 5_000 })
  const [edited, setEdited] = useState<Outlet | 'new' | null>(null)
  const refresh = () => void queries.invalidateQueries({ queryKey: listOutletsQueryKey({ path: { brand } }) })
  const columns: TableColumnsType<Outlet> = [
    {
      title: t('common.name'),
      render: (_, outlet) => (
        <>
          <div>{outlet.name}</div>
          <div className="ww-muted ww-small">{outlet.connection.servers}</div>
        </>
      ),
    },
    { title: t('exchange.topics.topic'), dataIndex: 'topic' },
    { title: t('exchange.events'), render: (_, { events, personalData }) => <EventNames events={events} personalData={personalData} /> },
    {
      title: t('common.state'),
      render: (_, { state, failingSince, failure, nextTryAt }) => (
        <div style={{ maxWidth: 320 }}>
          <FlowTag state={state} failing={failure !== null} />
          {failure && failingSince && (
            <div className="ww-small">
              {t('exchange.failing', { since: format.time(failingSince), why: words(failure) })}
              {nextTryAt && state === 'active' && <div className="ww-muted">{t('exchange.nextTry', { at: format.time(nextTryAt) })}</div>}
            </div>
          )}
        </div>
      ),
    },
    { title: t('exchange.outlets.sent'), className: 'ww-right', render: (_, { sent }) => <Count value={sent} /> },
    { title: t('exchange.outlets.last'), render: (_, { lastSentAt }) => (lastSentAt ? format.time(lastSentAt) : t('exchange.webhooks.never')) },
    { title: <span title={t('exchange.behindHint')}>{t('exchange.behind')}</span>, className: 'ww-right', render: (_, { behind }) => <Count value={behind} /> },
    {
      title: t('common.actions'),
      render: (_, outlet) => {
        const path = { brand, id: outlet.id }
        return (
          <FlowActions
            active={outlet.state === 'active'}
            onToggle={() => (outlet.state === 'active' ? pauseOutlet({ path }) : resumeOutlet({ path }))}
            onEdit={() => setEdited(outlet)}
            remove={{ title: t('exchange.outlets.removeTitle', { name: outlet.name }), text: t('exchange.outlets.removeText'), run: () => deleteOutlet({ path }) }}
            onDone={refresh}
          />
        )
      },
    },
  ]
  const create = mayChange ? (
    <Button type="primary" onClick={() => setEdited('new')}>
      {t('exchange.outlets.create')}
    </Button>
  ) : undefined
  return (
    <>
      <Panel flush extra={create} note={mayChange ? undefined : t('exchange.adminOnly')} title={t('exchange.tabs.outlets')}>
        <Loaded query={outlets}>
          {(list) => (
            <Table
              rowKey="id"
              columns={columns}
              dataSource={list}
              pagination={false}
              scroll={{ x: 'max-content' }}
              locale={{ emptyText: <EmptyState title={t('exchange.outlets.empty')} text={t('exchange.outlets.emptyText')} action={create} /> }}
            />
          )}
        </Loaded>
      </Panel>
      {edited && <OutletDialog outlet={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />}
    </>
  )
}

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Table, type TableColumnsType } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { deleteInlet, pauseInlet, resumeInlet, type Inlet } from '@/client'
import { listInletsOptions, listInletsQueryKey } from '@/client/@tanstack/react-query.gen'
import { useBrand } from '@/shared/brand/BrandContext'
import { EmptyState } from '@/shared/components/EmptyState'
import { Loaded } from '@/shared/components/Loaded'
import { Count } from '@/shared/components/Numbers'
import { Panel } from '@/shared/components/Panel'
import { useFormat } from '@/shared/hooks/useFormat'
import { FlowActions } from './FlowActions'
import { FlowTag } from './FlowTag'
import { InletDialog } from './InletDialog'
import { useTopicWords } from './useFailureWords'
import { useMayChange } from './useMayChange'

export function Inlets() {
  const { t } = useTranslation()
  const { id: brand } = useBrand()
  const format = useFormat()
  const words = useTopicWords()
  const mayChange = useMayChange()
  const queries = useQueryClient()
  const inlets = useQuery({ ...listInletsOptions({ path: { brand } }), refetchInterval: 5_000 })
  const [edited, setEdited] = useState<Inlet | 'new' | null>(null)
  const refresh = () => void queries.invalidateQueries({ queryKey: listInletsQueryKey({ path: { brand } }) })
  const columns: TableColumnsType<Inlet> = [
    {
      title: t('exchange.inlets.source'),
      render: (_, inlet) => (
        <>
          <div>{inlet.source}</div>
          <div className="ww-muted ww-small">{inlet.connection.servers}</div>
        </>
      ),
    },
    {
      title: t('exchange.topics.topic'),
      render: (_, { topic, group }) => (
        <>
          <div>{topic}</div>
          <div className="ww-muted ww-small" title={t('exchange.inlets.group')}>{group}</div>
        </>
      ),
    },
    {
      title: t('common.state'),
      render: (_, { state, failingSince, failure }) => (
        <div style={{ maxWidth: 320 }}>
          <FlowTag state={state} failing={failure !== null} />
          {failure && failingSince && <div className="ww-small">{t('exchange.inlets.failing', { since: format.time(failingSince), why: words(failure) })}</div>}
        </div>
      ),
    },
    { title: t('exchange.inlets.records'), className: 'ww-right', render: (_, { records }) => <Count value={records} /> },
    { title: <span title={t('exchange.inlets.refusedHint')}>{t('exchange.inlets.refused')}</span>, className: 'ww-right', render: (_, { refused }) => <Count value={refused} /> },
    {
      title: t('exchange.inlets.lag'),
      className: 'ww-right',
      render: (_, { lag, checkedAt }) => (
        <span title={checkedAt ? t('exchange.inlets.lagHint', { at: format.time(checkedAt) }) : undefined}>
          <Count value={lag} />
        </span>
      ),
    },
    { title: t('exchange.inlets.last'), render: (_, { lastRecordAt }) => (lastRecordAt ? format.time(lastRecordAt) : t('exchange.webhooks.never')) },
    {
      title: t('common.actions'),
      render: (_, inlet) => {
        const path = { brand, id: inlet.id }
        return (
          <FlowActions
            active={inlet.state === 'active'}
            onToggle={() => (inlet.state === 'active' ? pauseInlet({ path }) : resumeInlet({ path }))}
            onEdit={() => setEdited(inlet)}
            remove={{ title: t('exchange.inlets.removeTitle', { name: inlet.source }), text: t('exchange.inlets.removeText'), run: () => deleteInlet({ path }) }}
            onDone={refresh}
          />
        )
      },
    },
  ]
  const create = mayChange ? (
    <Button type="primary" onClick={() => setEdited('new')}>
      {t('exchange.inlets.create')}
    </Button>
  ) : undefined
  return (
    <>
      <Panel flush extra={create} note={mayChange ? undefined : t('exchange.adminOnly')} title={t('exchange.tabs.inlets')}>
        <Loaded query={inlets}>
          {(list) => (
            <Table
              rowKey="id"
              columns={columns}
              dataSource={list}
              pagination={false}
              scroll={{ x: 'max-content' }}
              locale={{ emptyText: <EmptyState title={t('exchange.inlets.empty')} text={t('exchange.inlets.emptyText')} action={create} /> }}
            />
          )}
        </Loaded>
      </Panel>
      {edited && <InletDialog inlet={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />}
    </>
  )
}

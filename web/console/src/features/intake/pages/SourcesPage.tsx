import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, Table, type TableColumnsType } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { revokeSource, type IssuedWriteKey, type Source } from '@/client'
import { listSourcesOptions, listSourcesQueryKey } from '@/client/@tanstack/react-query.gen'
import { useBrand } from '@/shared/brand/BrandContext'
import { EmptyState } from '@/shared/components/EmptyState'
import { Loaded } from '@/shared/components/Loaded'
import { Count } from '@/shared/components/Numbers'
import { PageHeader } from '@/shared/components/PageHeader'
import { Panel } from '@/shared/components/Panel'
import { StateTag } from '@/shared/components/StateTag'
import { useFormat } from '@/shared/hooks/useFormat'
import { useReport } from '@/shared/hooks/useReport'
import { NewSourceDialog } from '../components/NewSourceDialog'
import { PushAddressDialog } from '../components/PushAddressDialog'
import { SourceDialog } from '../components/SourceDialog'
import { WriteKeyDialog } from '../components/WriteKeyDialog'

export function SourcesPage() {
  const { t } = useTranslation()
  const { id: brand } = useBrand()
  const sources = useQuery(listSourcesOptions({ path: { brand } }))
  const [creating, setCreating] = useState(false)
  const [issued, setIssued] = useState<IssuedWriteKey | null>(null)
  const [shown, setShown] = useState<Source | null>(null)
  const [changing, setChanging] = useState<Source | null>(null)
  const columns = useSourceColumns(setShown, setChanging)
  const create = (
    <Button type="primary" onClick={() => setCreating(true)}>
      {t('intake.sources.create')}
    </Button>
  )
  return (
    <>
      <PageHeader title={t('intake.sources.title')} headline={t('intake.sources.headline')} actions={create} />
      <Panel flush>
        <Loaded query={sources}>
          {(list) => (
            <Table
              rowKey="id"
              columns={columns}
              dataSource={list}
              pagination={false}
              scroll={{ x: 'max-content' }}
              locale={{ emptyText: <EmptyState title={t('intake.sources.empty')} text={t('intake.sources.emptyText')} action={create} /> }}
            />
          )}
        </Loaded>
      </Panel>
      <NewSourceDialog open={creating} onClose={() => setCreating(false)} onIssued={setIssued} onConnected={setShown} />
      {changing && <SourceDialog source={changing} onClose={() => setChanging(null)} />}
      <WriteKeyDialog issued={issued} onClose={() => setIssued(null)} />
      <PushAddressDialog source={shown} onClose={() => setShown(null)} />
    </>
  )
}

function useSourceColumns(
  show: (source: Source) => void,
  onChange: (source: Source) => void,
): TableColumnsType<Source> {
  const { t } = useTranslation()
  const { modal } = App.useApp()
  const { id: brand } = useBrand()
  const format = useFormat()
  const report = useReport()
  const queries = useQueryClient()
  const revoke = useMutation({
    mutationFn: (id: number) => revokeSource({ path: { brand, id } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: listSourcesQueryKey({ path: { brand } }) }),
    onError: report.refused,
  })

  function confirmRevoke({ id, name, events }: Source) {
    modal.confirm({
      title: t('intake.sources.revokeTitle', { name }),
      content: t('intake.sources.revokeText', { n: format.exact(events) }),
      okText: t('intake.sources.revoke'),
      okButtonProps: { danger: true },
      onOk: () => revoke.mutateAsync(id).catch(() => undefined),
    })
  }

  return [
    { title: t('common.name'), dataIndex: 'name' },
    { title: t('intake.sources.kind'), render: (_, { kind, side }) => t(kind === 'http' ? `intake.sources.sides.${side}` : `intake.sources.kinds.${kind}`) },
    { title: t('intake.sources.events'), className: 'ww-right', render: (_, source) => <Count value={source.events} /> },
    { title: t('intake.sources.lastEvent'), render: (_, source) => (source.lastEventAt ? format.time(source.lastEventAt) : t('intake.sources.never')) },
    {
      title: t('intake.sources.pace'),
      render: (_, { kind, eventsPerSecond }) =>
        kind === 'http' && (eventsPerSecond == null ? t('intake.sources.paceNone') : t('intake.sources.paceOf', { n: format.exact(eventsPerSecond) })),
    },
    { title: t('common.createdAt'), render: (_, source) => format.time(source.createdAt) },
    {
      title: t('common.state'),
      render: (_, { revoked }) => (
        <StateTag tone={revoked ? 'calm' : 'good'}>{revoked ? t('intake.sources.revoked') : t('intake.sources.active')}</StateTag>
      ),
    },
    {
      title: t('common.actions'),
      render: (_, source) =>
        !source.revoked &&
        source.kind !== 'file' && (
          <>
            {source.kind === 'connector' ? (
              <Button type="link" size="small" onClick={() => show(source)}>
                {t('intake.sources.push')}
              </Button>
            ) : (
              <Button type="link" size="small" onClick={() => onChange(source)}>
                {t('intake.sources.change')}
              </Button>
            )}
            <Button type="link" size="small" danger onClick={() => confirmRevoke(source)}>
              {t('intake.sources.revoke')}
            </Button>
          </>
        ),
    },
  ]
}

import { SyncOutlined } from '@ant-design/icons'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, type TableColumnsType } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { syncGroups, type GroupSend } from '@/client'
import { listGroupSendsInfiniteOptions, listJobsQueryKey } from '@/client/@tanstack/react-query.gen'
import { useBrand, useBrandPath } from '@/shared/brand/BrandContext'
import { CursorTable } from '@/shared/components/CursorTable'
import { EmptyState } from '@/shared/components/EmptyState'
import { PageHeader } from '@/shared/components/PageHeader'
import { Panel } from '@/shared/components/Panel'
import { StateTag } from '@/shared/components/StateTag'
import { toneOf } from '@/shared/components/tones'
import { useCursorPages } from '@/shared/hooks/useCursorPages'
import { useFormat } from '@/shared/hooks/useFormat'
import { useReport } from '@/shared/hooks/useReport'
import { LateWorkPanel } from '@/shared/wecom/LateWorkPanel'
import type { SendState } from '../api/states'
import { NewGroupSendDialog } from '../components/NewGroupSend'

export function GroupSendsPage() {
  const { t } = useTranslation()
  const { id: brand } = useBrand()
  const path = useBrandPath()
  const format = useFormat()
  const report = useReport()
  const queries = useQueryClient()
  const [creating, setCreating] = useState(false)
  const pages = useCursorPages<GroupSend>(listGroupSendsInfiniteOptions({ path: { brand }, query: { limit: 50 } }), { refetchInterval: 10_000 })
  const sync = useMutation({
    mutationFn: () => syncGroups({ path: { brand } }),
    onSuccess: () => {
      report.done(t('wecomSend.groups.syncing'))
      void queries.invalidateQueries({ queryKey: listJobsQueryKey({ query: { active: true } }) })
    },
    onError: report.refused,
  })
  const create = (
    <Button type="primary" onClick={() => setCreating(true)}>
      {t('wecomSend.groups.create')}
    </Button>
  )
  const columns: TableColumnsType<GroupSend> = [
    { key: 'name', title: t('common.name'), render: (_, { id, name }) => <Link to={path(`/group-sends/${id}`)}>{name}</Link> },
    {
      key: 'state',
      title: t('common.state'),
      render: (_, { state }) => (
        <StateTag tone={toneOf(state)} busy={state === 'sending'}>
          {t(`wecomSend.groups.states.${state as SendState}`)}
        </StateTag>
      ),
    },
    { key: 'way', title: t('wecomSend.groups.way'), render: (_, { byHand }) => (byHand ? t('wecomSend.groups.byHand') : t('wecomSend.groups.byMass')) },
    {
      key: 'progress',
      title: t('wecomSend.groups.progress'),
      className: 'ww-right',
      render: (_, { confirmed, groups }) => (
        <span className="ww-number">
          {format.exact(confirmed)} / {format.exact(groups)}
        </span>
      ),
    },
    { key: 'by', title: t('wecomSend.groups.by'), dataIndex: 'createdBy' },
    { key: 'createdAt', title: t('common.createdAt'), render: (_, { createdAt }) => format.time(createdAt) },
  ]
  return (
    <>
      <PageHeader
        title={t('wecomSend.groups.title')}
        headline={t('wecomSend.groups.headline')}
        actions={
          <>
            <Button icon={<SyncOutlined />} loading={sync.isPending} onClick={() => sync.mutate()}>
              {t('wecomSend.groups.sync')}
            </Button>
            {create}
          </>
        }
      />
      <div className="ww-stack">
        <Panel flush>
          <CursorTable
            rowKey="id"
            pages={pages}
            columns={columns}
            empty={<EmptyState title={t('wecomSend.groups.empty')} text={t('wecomSend.groups.emptyText')} action={create} />}
          />
        </Panel>
        <LateWorkPanel kinds={['group-send', 'hand-task']} />
      </div>
      {creating && <NewGroupSendDialog onClose={() => setCreating(false)} />}
    </>
  )
}

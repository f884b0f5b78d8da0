import { Button, type TableColumnsType } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Moment } from '@/client'
import { listMomentsInfiniteOptions } from '@/client/@tanstack/react-query.gen'
import { useBrand, useBrandPath } from '@/shared/brand/BrandContext'
import { CursorTable } from '@/shared/components/CursorTable'
import { EmptyState } from '@/shared/components/EmptyState'
import { Count } from '@/shared/components/Numbers'
import { PageHeader } from '@/shared/components/PageHeader'
import { Panel } from '@/shared/components/Panel'
import { StateTag } from '@/shared/components/StateTag'
import { toneOf } from '@/shared/components/tones'
import { useCursorPages } from '@/shared/hooks/useCursorPages'
import { useFormat } from '@/shared/hooks/useFormat'
import { LateWorkPanel } from '@/shared/wecom/LateWorkPanel'
import type { MomentState } from '../api/states'
import { NewMomentDialog } from '../components/NewMoment'

export function MomentsPage() {
  const { t } = useTranslation()
  const { id: brand } = useBrand()
  const path = useBrandPath()
  const format = useFormat()
  const [creating, setCreating] = useState(false)
  const pages = useCursorPages<Moment>(listMomentsInfiniteOptions({ path: { brand }, query: { limit: 50 } }), { refetchInterval: 10_000 })
  const create = (
    <Button type="primary" onClick={() => setCreating(true)}>
      {t('wecomSend.moments.create')}
    </Button>
  )
  const columns: TableColumnsType<Moment> = [
    { key: 'name', title: t('common.name'), render: (_, { id, name }) => <Link to={path(`/moments/${id}`)}>{name}</Link> },
    {
      key: 'state',
      title: t('common.state'),
      render: (_, { state }) => (
        <StateTag tone={toneOf(state)} busy={state === 'sending'}>
          {t(`wecomSend.moments.states.${state as MomentState}`)}
        </StateTag>
      ),
    },
    {
      key: 'progress',
      title: t('wecomSend.moments.progress'),
      className: 'ww-right',
      render: (_, { published, guides }) => (
        <span className="ww-number">
          {format.exact(published)} / {format.exact(guides)}
        </span>
      ),
    },
    { key: 'people', title: t('wecomSend.moments.people'), className: 'ww-right', render: (_, { people }) => <Count value={people} /> },
    { key: 'why', title: t('wecomSend.groups.why'), render: (_, { why }) => <span style={{ whiteSpace: 'normal' }}>{why ?? ''}</span> },
    { key: 'createdAt', title: t('common.createdAt'), render: (_, { createdAt }) => format.time(createdAt) },
  ]
  return (
    <>
      <PageHeader title={t('wecomSend.moments.title')} headline={t('wecomSend.moments.headline')} actions={create} />
      <div className="ww-stack">
        <Panel flush>
          <CursorTable
            rowKey="id"
            pages={pages}
            columns={columns}
            empty={<EmptyState title={t('wecomSend.moments.empty')} text={t('wecomSend.moments.emptyText')} action={create} />}
          />
        </Panel>
        <LateWorkPanel kinds={['moment']} />
      </div>
      {creating && <NewMomentDialog onClose={() => setCreating(false)} />}
    </>
  )
}

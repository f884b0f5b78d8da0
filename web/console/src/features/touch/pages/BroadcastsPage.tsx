import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Broadcast } from '@/client'
import { listBroadcastsInfiniteOptions } from '@/client/@tanstack/react-query.gen'
import { useBrand, useBrandPath } from '@/shared/brand/BrandContext'
import { CursorTable } from '@/shared/components/CursorTable'
import { EmptyState } from '@/shared/components/EmptyState'
import { PageHeader } from '@/shared/components/PageHeader'
import { Panel } from '@/shared/components/Panel'
import { StateTag } from '@/shared/components/StateTag'
import { toneOf } from '@/shared/components/tones'
import { useCursorPages } from '@/shared/hooks/useCursorPages'
import { useFormat } from '@/shared/hooks/useFormat'
import { ListTools } from '@/shared/lists/ListTools'
import { useListView } from '@/shared/lists/useListView'
import { isMoving } from '../api/state'

export function BroadcastsPage() {
  const { t } = useTranslation()
  const { id: brand } = useBrand()
  const path = useBrandPath()
  const format = useFormat()
  const pages = useCursorPages<Broadcast>(listBroadcastsInfiniteOptions({ path: { brand }, query: { limit: 50 } }), { refetchInterval: 10_000 })
  const create = (
    <Link to={path('/broadcasts/new')}>
      <Button type="primary">{t('touch.broadcasts.create')}</Button>
    </Link>
  )
  const view = useListView<Broadcast>([
    { key: 'name', title: t('common.name'), render: (_, { id, name }) => <Link to={path(`/broadcasts/${id}`)}>{name}</Link> },
    {
      key: 'state',
      title: t('common.state'),
      render: (_, { state }) => (
        <StateTag tone={toneOf(state)} busy={isMoving(state)}>
          {t(`touch.broadcasts.states.${state}`)}
        </StateTag>
      ),
    },
    { key: 'segment', title: t('touch.broadcasts.segment'), render: (_, { segmentId, segmentName }) => <Link to={path(`/segments/${segmentId}`)}>{segmentName}</Link> },
    { key: 'template', title: t('touch.broadcasts.template'), render: (_, { templateId, templateName }) => <Link to={path(`/templates/${templateId}`)}>{templateName}</Link> },
    { key: 'channel', title: t('touch.broadcasts.channel'), render: (_, { channel }) => t(`channel.${channel}`) },
    {
      key: 'progress',
      title: t('touch.broadcasts.progress'),
      className: 'ww-right',
      render: (_, { progress }) =>
        progress ? (
          <span className="ww-number">
            {t('touch.broadcasts.delivered', { n: format.exact(progress.delivered) })} / {format.exact(progress.recipients)}
          </span>
        ) : (
          '—'
        ),
    },
    { key: 'createdAt', title: t('common.createdAt'), render: (_, { createdAt }) => format.time(createdAt) },
  ])
  return (
    <>
      <PageHeader title={t('touch.broadcasts.title')} headline={t('touch.broadcasts.headline')} actions={create} />
      <Panel flush extra={<ListTools list="broadcasts" view={view} />}>
        <CursorTable
          rowKey="id"
          pages={pages}
          columns={view.shown}
          empty={<EmptyState title={t('touch.broadcasts.empty')} text={t('touch.broadcasts.emptyText')} action={create} />}
        />
      </Panel>
    </>
  )
}

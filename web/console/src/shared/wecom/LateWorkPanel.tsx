import { useQuery } from '@tanstack/react-query'
import { Table } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { LateWork } from '@/client'
import { listLateWorkOptions } from '@/client/@tanstack/react-query.gen'
import { useBrand, useBrandPath } from '@/shared/brand/BrandContext'
import { EmptyState } from '@/shared/components/EmptyState'
import { Loaded } from '@/shared/components/Loaded'
import { Count } from '@/shared/components/Numbers'
import { Panel } from '@/shared/components/Panel'
import { StateTag } from '@/shared/components/StateTag'
import { useFormat } from '@/shared/hooks/useFormat'

const PLACES = { 'hand-task': '/hand-tasks', 'group-send': '/group-sends', moment: '/moments' } as const

interface Props {
  kinds?: LateWork['kind'][]
}

/** What waits for guides, or has not reached them, and why. */
export function LateWorkPanel({ kinds }: Props) {
  const { t } = useTranslation()
  const { id: brand } = useBrand()
  const path = useBrandPath()
  const format = useFormat()
  const late = useQuery({ ...listLateWorkOptions({ path: { brand } }), refetchInterval: 30_000 })
  const linkOf = ({ kind, id, guide }: LateWork) =>
    path(id ? `${PLACES[kind]}/${id}` : `${PLACES[kind]}${guide ? `?guide=${encodeURIComponent(guide)}` : ''}`)
  return (
    <Panel flush title={t('wecomSend.late.title')} note={t('wecomSend.late.note')}>
      <Loaded query={late} rows={2}>
        {(all) => (
          <Table<LateWork>
            rowKey={({ kind, id, guide }) => `${kind} ${id} ${guide}`}
            dataSource={kinds ? all.filter(({ kind }) => kinds.includes(kind)) : all}
            pagination={all.length > 20 ? { pageSize: 20 } : false}
            scroll={{ x: 'max-content' }}
            locale={{ emptyText: <EmptyState title={t('wecomSend.late.none')} /> }}
            columns={[
              {
                title: t('wecomSend.late.what'),
                render: (_, one) => (
                  <Link to={linkOf(one)}>
                    {t(`wecomSend.late.kinds.${one.kind}`)}
                    {one.name ? ` · ${one.name}` : ''}
                  </Link>
                ),
              },
              { title: t('wecomSend.late.who'), render: (_, { guide, guideName }) => guideName ?? guide ?? '—' },
              { title: t('wecomSend.late.count'), className: 'ww-right', render: (_, { count }) => <Count value={count} /> },
              {
                title: t('wecomSend.late.why'),
                render: (_, { reason, words }) => <StateTag tone={reason === 'guide-left' ? 'bad' : 'sun'}>{words}</StateTag>,
              },
              { title: t('wecomSend.late.since'), render: (_, { since }) => format.time(since) },
            ]}
          />
        )}
      </Loaded>
    </Panel>
  )
}

import { useQuery } from '@tanstack/react-query'
import { Table } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { MessageFigures } from '@/client'
import { getMessageFiguresOptions } from '@/client/@tanstack/react-query.gen'
import { useBrand, useBrandPath } from '@/shared/brand/BrandContext'
import { EmptyState } from '@/shared/components/EmptyState'
import { Loaded } from '@/shared/components/Loaded'
import { Count } from '@/shared/components/Numbers'
import { Panel } from '@/shared/components/Panel'
import { useFormat } from '@/shared/hooks/useFormat'

type Line = MessageFigures['lines'][number]

/** Messages whose time has come and that are not sent, by channel, with the reason. */
export function LateSends() {
  const { t } = useTranslation()
  const { id: brand } = useBrand()
  const path = useBrandPath()
  const format = useFormat()
  const figures = useQuery({ ...getMessageFiguresOptions({ path: { brand } }), refetchInterval: 30_000 })
  return (
    <Panel flush title={t('health.sends')} note={t('health.sendsNote')} extra={<Link to={path('/settings/policy')}>{t('health.policy')}</Link>}>
      <Loaded query={figures} rows={2}>
        {({ lines }) => (
          <Table<Line>
            rowKey="channel"
            pagination={false}
            scroll={{ x: 'max-content' }}
            dataSource={lines.filter(({ due, problem }) => due > 0 || problem !== null)}
            locale={{ emptyText: <EmptyState title={t('health.sendsNone')} /> }}
            columns={[
              { title: t('health.channel'), render: (_, { channel }) => t(`channel.${channel}`) },
              { title: t('health.due'), className: 'ww-right', render: (_, { due }) => <Count value={due} /> },
              {
                title: t('health.why'),
                render: (_, { problem, retryAt }) => (
                  <span style={{ whiteSpace: 'normal' }}>{problem ? t('health.refused', { detail: problem.detail, time: format.time(retryAt) }) : t('health.inLine')}</span>
                ),
              },
              { title: t('health.since'), render: (_, { oldest, since }) => format.time(oldest ?? since) },
            ]}
          />
        )}
      </Loaded>
    </Panel>
  )
}

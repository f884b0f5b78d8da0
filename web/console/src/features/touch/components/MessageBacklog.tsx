import { useQuery } from '@tanstack/react-query'
import { Table } from 'antd'
import { useTranslation } from 'react-i18next'
import type { MessageFigures } from '@/client'
import { getMessageFiguresOptions } from '@/client/@tanstack/react-query.gen'
import { useBrand } from '@/shared/brand/BrandContext'
import { EmptyState } from '@/shared/components/EmptyState'
import { Loaded } from '@/shared/components/Loaded'
import { Panel } from '@/shared/components/Panel'
import { useFormat } from '@/shared/hooks/useFormat'
import { useReason } from '@/shared/hooks/useReason'

const REFRESH = 60_000

/** Single messages: what waits by each channel and why, and what became of those of the last days. */
export function MessageBacklog() {
  const { t } = useTranslation()
  const { id: brand } = useBrand()
  const figures = useQuery({ ...getMessageFiguresOptions({ path: { brand } }), refetchInterval: REFRESH })
  return (
    <>
      <Panel flush title={t('touch.policy.lines')} note={t('touch.policy.linesHint')}>
        <Loaded query={figures} rows={2}>{(data) => <Lines lines={data.lines} />}</Loaded>
      </Panel>
      <Panel flush title={t('touch.policy.outcomes')}>
        <Loaded query={figures} rows={2}>{(data) => <Outcomes outcomes={data.outcomes} />}</Loaded>
      </Panel>
    </>
  )
}

function Lines({ lines }: { lines: MessageFigures['lines'] }) {
  const { t } = useTranslation()
  const format = useFormat()
  if (lines.length === 0) return <EmptyState title={t('touch.policy.outcomesNone')} />
  return (
    <Table
      size="small"
      rowKey="channel"
      pagination={false}
      dataSource={lines}
      columns={[
        { title: t('touch.policy.capChannel'), render: (_, { channel }) => t(`channel.${channel}`) },
        { title: t('touch.policy.lineWaiting'), className: 'ww-right', render: (_, { waiting }) => format.exact(waiting) },
        { title: t('touch.policy.lineDue'), className: 'ww-right', render: (_, { due }) => format.exact(due) },
        { title: t('touch.policy.lineOldest'), render: (_, { oldest }) => (oldest ? format.time(oldest) : '–') },
        {
          title: t('touch.policy.lineProblem'),
          render: (_, { problem, retryAt }) =>
            problem
              ? t('touch.policy.lineRetry', { detail: problem.detail, time: retryAt ? format.time(retryAt) : '–' })
              : t('touch.policy.lineFine'),
        },
      ]}
    />
  )
}

function Outcomes({ outcomes }: { outcomes: MessageFigures['outcomes'] }) {
  const { t, i18n } = useTranslation()
  const format = useFormat()
  const reasoned = useReason()
  const stated = (state: string) => {
    const key = `customer.messages.states.${state}`
    return i18n.exists(key) ? (t as (key: string) => string)(key) : state
  }
  if (outcomes.length === 0) return <EmptyState title={t('touch.policy.outcomesNone')} />
  return (
    <Table
      size="small"
      rowKey={({ asker, state, reason }) => `${asker}/${state}/${reason}`}
      pagination={false}
      dataSource={outcomes}
      columns={[
        { title: t('touch.policy.asker'), dataIndex: 'asker' },
        { title: t('touch.policy.outcome'), render: (_, { state }) => stated(state) },
        { title: t('touch.policy.reason'), render: (_, { reason }) => (reason ? reasoned(reason) : '') },
        { title: t('touch.policy.count'), className: 'ww-right', render: (_, { count }) => format.exact(count) },
      ]}
    />
  )
}

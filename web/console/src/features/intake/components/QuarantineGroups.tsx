import { Table, type TableColumnsType } from 'antd'
import { useTranslation } from 'react-i18next'
import type { QuarantineGroup } from '@/client'
import { Defined } from '@/shared/components/Definition'
import { Count } from '@/shared/components/Numbers'
import { Panel } from '@/shared/components/Panel'
import { useFormat } from '@/shared/hooks/useFormat'

interface Chosen {
  source?: number
  reason?: string
}

interface Props {
  groups: QuarantineGroup[]
  chosen: Chosen
  onChoose: (chosen: Chosen | null) => void
}

/** The open events by source and reason; a click narrows the list below to one of them, another click widens it again. */
export function QuarantineGroups({ groups, chosen, onChoose }: Props) {
  const { t } = useTranslation()
  const format = useFormat()
  const isChosen = (group: QuarantineGroup) => group.sourceId === chosen.source && group.reason === chosen.reason
  const toggle = (group: QuarantineGroup) => onChoose(isChosen(group) ? null : { source: group.sourceId, reason: group.reason })
  const columns: TableColumnsType<QuarantineGroup> = [
    {
      title: t('quarantine.reason'),
      render: (_, group) => (
        <a
          role="button"
          tabIndex={0}
          aria-pressed={isChosen(group)}
          style={{ whiteSpace: 'normal', fontWeight: isChosen(group) ? 600 : undefined }}
          onKeyDown={({ key }) => key === 'Enter' && toggle(group)}
        >
          {group.detail}
        </a>
      ),
    },
    { title: t('quarantine.source'), dataIndex: 'source' },
    { title: t('quarantine.events'), className: 'ww-right', render: (_, { events }) => <Count value={events} /> },
    {
      title: <Defined meaning={{ definition: t('quarantine.timesMeaning') }}>{t('quarantine.times')}</Defined>,
      className: 'ww-right',
      render: (_, { times }) => t('quarantine.timesOf', { n: format.exact(times) }),
    },
    { title: t('quarantine.first'), render: (_, { firstAt }) => format.time(firstAt) },
    { title: t('quarantine.last'), render: (_, { lastAt }) => format.time(lastAt) },
  ]
  return (
    <Panel flush title={t('quarantine.groups')} note={t('quarantine.groupsNote')}>
      <Table
        size="small"
        rowKey={({ sourceId, reason }) => `${sourceId} ${reason}`}
        columns={columns}
        dataSource={groups}
        pagination={false}
        scroll={{ x: 'max-content', y: 280 }}
        onRow={(group) => ({ onClick: () => toggle(group), style: { cursor: 'pointer' } })}
      />
    </Panel>
  )
}

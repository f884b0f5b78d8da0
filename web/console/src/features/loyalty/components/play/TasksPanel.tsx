import { Button, Space, Table } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { startMemberTask, stopMemberTask, type LoyaltyTask } from '@/client'
import { listGrowthProgrammesQueryKey, listMemberTasksQueryKey } from '@/client/@tanstack/react-query.gen'
import { useBrand } from '@/shared/brand/BrandContext'
import { EmptyState } from '@/shared/components/EmptyState'
import { Count } from '@/shared/components/Numbers'
import { Panel } from '@/shared/components/Panel'
import { StateTag } from '@/shared/components/StateTag'
import { useEventName } from '@/shared/hooks/useEventName'
import { useReport } from '@/shared/hooks/useReport'
import { useChange } from '../../api/useChange'
import { TaskDialog } from './TaskDialog'
import { useRewardWords } from './useRewardWords'

/** What members can do for a reward. */
export function TasksPanel({ tasks }: { tasks: LoyaltyTask[] }) {
  const { t } = useTranslation()
  const { id: brand } = useBrand()
  const event = useEventName()
  const reward = useRewardWords()
  const report = useReport()
  const [open, setOpen] = useState<LoyaltyTask | 'new' | null>(null)
  const turn = useChange(
    ({ id, active }: LoyaltyTask) => (active ? stopMemberTask : startMemberTask)({ path: { brand, id } }),
    [listMemberTasksQueryKey({ path: { brand } }), listGrowthProgrammesQueryKey({ path: { brand } })],
    ({ active }) => t(active ? 'play.task.started' : 'play.task.stopped'),
  )
  const create = (
    <Button type="primary" onClick={() => setOpen('new')}>
      {t('play.task.create')}
    </Button>
  )
  return (
    <Panel flush title={t('play.task.title')} extra={create}>
      <Table<LoyaltyTask>
        rowKey="id"
        size="middle"
        dataSource={tasks}
        scroll={{ x: 'max-content' }}
        pagination={tasks.length > 50 ? { pageSize: 50 } : false}
        locale={{ emptyText: <EmptyState title={t('play.task.empty')} text={t('play.task.emptyText')} /> }}
        columns={[
          { title: t('common.name'), render: (_, { task }) => task.name },
          { title: t('common.state'), render: (_, { active }) => <StateTag tone={active ? 'good' : 'calm'}>{t(active ? 'play.active' : 'play.stopped')}</StateTag> },
          {
            title: t('play.task.event'),
            render: (_, { task: { definition } }) =>
              t('play.task.words', { event: event(definition.event.event), n: definition.times, per: t(`play.task.pers.${definition.per}`) }),
          },
          { title: t('play.reward.kind'), render: (_, { task }) => reward(task.definition.reward) },
          { title: t('play.task.done'), className: 'ww-right', render: (_, { done }) => <Count value={done} /> },
          { title: t('play.task.members'), className: 'ww-right', render: (_, { members }) => <Count value={members} /> },
          {
            title: '',
            render: (_, task) => (
              <Space>
                <Button size="small" onClick={() => setOpen(task)}>
                  {t('common.edit')}
                </Button>
                <Button size="small" onClick={() => turn.mutate(task, { onError: report.refused })}>
                  {t(task.active ? 'play.stop' : 'play.start')}
                </Button>
              </Space>
            ),
          },
        ]}
      />
      {open && <TaskDialog task={open === 'new' ? null : open} onClose={() => setOpen(null)} />}
    </Panel>
  )
}

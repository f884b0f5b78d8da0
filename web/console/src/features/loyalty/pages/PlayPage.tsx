import { useQuery } from '@tanstack/react-query'
import { Tabs } from 'antd'
import { useTranslation } from 'react-i18next'
import { getCheckInRuleOptions, listGrowthProgrammesOptions, listMemberTasksOptions } from '@/client/@tanstack/react-query.gen'
import { useBrand } from '@/shared/brand/BrandContext'
import { Loaded } from '@/shared/components/Loaded'
import { PageHeader } from '@/shared/components/PageHeader'
import { useUrlFilters } from '@/shared/hooks/useUrlFilters'
import { CheckInPanel } from '../components/play/CheckInPanel'
import { GrowthPanel } from '../components/play/GrowthPanel'
import { TasksPanel } from '../components/play/TasksPanel'

/** What members can do every day for a reward. */
export function PlayPage() {
  const { t } = useTranslation()
  const { id: brand } = useBrand()
  const { filters, set } = useUrlFilters(['tab'] as const)
  const at = { path: { brand } }
  const tasks = useQuery(listMemberTasksOptions(at))
  const growth = useQuery(listGrowthProgrammesOptions(at))
  const rule = useQuery(getCheckInRuleOptions(at))
  return (
    <>
      <PageHeader title={t('play.task.page')} headline={t('play.task.headline')} />
      <Tabs
        activeKey={filters.tab ?? 'tasks'}
        onChange={(tab) => set({ tab })}
        items={[
          {
            key: 'tasks',
            label: t('play.task.title'),
            children: (
              <div className="ww-stack">
                <Loaded query={tasks}>{(list) => <TasksPanel tasks={list} />}</Loaded>
                <Loaded query={growth}>{(list) => <GrowthPanel programmes={list} />}</Loaded>
              </div>
            ),
          },
          { key: 'check-in', label: t('play.checkIn.title'), children: <Loaded query={rule}>{(found) => <CheckInPanel rule={found} />}</Loaded> },
        ]}
      />
    </>
  )
}

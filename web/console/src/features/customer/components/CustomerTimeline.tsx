import { Button, Skeleton } from 'antd'
import { useTranslation } from 'react-i18next'
import type { TimelineEntry } from '@/client'
import { getCustomerTimelineInfiniteOptions } from '@/client/@tanstack/react-query.gen'
import { useBrand } from '@/shared/brand/BrandContext'
import { EmptyState } from '@/shared/components/EmptyState'
import { Panel } from '@/shared/components/Panel'
import { ProblemView } from '@/shared/components/ProblemView'
import { useCursorQuery } from '@/shared/hooks/useCursorPages'
import { useUrlFilters } from '@/shared/hooks/useUrlFilters'
import { TIMELINE_FILTERS, timelineQuestion } from '../api/timeline'
import { TimelineFilters } from './TimelineFilters'
import { TimelineItem } from './TimelineItem'
import { useWhenSeen } from './useWhenSeen'
import styles from './Timeline.module.css'

export function CustomerTimeline({ no }: { no: number }) {
  const { t } = useTranslation()
  const { id: brand, timeZone } = useBrand()
  const { filters, set, clear } = useUrlFilters(TIMELINE_FILTERS)
  const timeline = useCursorQuery<TimelineEntry>(
    getCustomerTimelineInfiniteOptions({ path: { brand, no }, query: { limit: 50, ...timelineQuestion(filters, timeZone) } }),
  )
  const end = useWhenSeen(() => {
    if (timeline.hasNextPage && !timeline.isFetchingNextPage) void timeline.fetchNextPage()
  })
  const entries = timeline.data?.pages.flatMap(({ items }) => items) ?? []
  return (
    <Panel>
      <TimelineFilters filters={filters} set={set} clear={clear} />
      {timeline.error && <ProblemView error={timeline.error} onRetry={() => void timeline.refetch()} />}
      {timeline.isPending && <Skeleton active title={false} paragraph={{ rows: 6 }} />}
      {timeline.data && entries.length === 0 && <EmptyState title={t('customer.timeline.empty')} />}
      <ol className={styles.timeline}>
        {entries.map((entry) => (
          <TimelineItem key={entry.position} entry={entry} />
        ))}
      </ol>
      {entries.length > 0 && (
        <div ref={end} className={styles.end}>
          {timeline.hasNextPage ? (
            <Button type="text" loading={timeline.isFetchingNextPage} onClick={() => void timeline.fetchNextPage()}>
              {t('common.more')}
            </Button>
          ) : (
            t('customer.timeline.end')
          )}
        </div>
      )}
    </Panel>
  )
}

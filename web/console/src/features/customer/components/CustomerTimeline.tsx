import { Button, Select, Skeleton } from 'antd'
import { useTranslation } from 'react-i18next'
import type { TimelineEntry } from '@/client'
import { getCustomerTimelineInfiniteOptions } from '@/client/@tanstack/react-query.gen'
import { useBrand } from '@/shared/brand/BrandContext'
import { EmptyState } from '@/shared/components/EmptyState'
import { Panel } from '@/shared/components/Panel'
import { ProblemView } from '@/shared/components/ProblemView'
import { useCursorQuery } from '@/shared/hooks/useCursorPages'
import { useUrlFilters } from '@/shared/hooks/useUrlFilters'
import { EVENTS, useEventName } from './eventNames'
import { TimelineItem } from './TimelineItem'
import { useWhenSeen } from './useWhenSeen'
import styles from './Timeline.module.css'

const FILTERS = ['events'] as const

export function CustomerTimeline({ no }: { no: number }) {
  const { t } = useTranslation()
  const { id: brand } = useBrand()
  const nameOf = useEventName()
  const { filters, set } = useUrlFilters(FILTERS)
  const names = filters.events
  const timeline = useCursorQuery<TimelineEntry>(
    getCustomerTimelineInfiniteOptions({ path: { brand, no }, query: { limit: 50, ...(names && { names: names.split(',') }) } }),
  )
  const end = useWhenSeen(() => {
    if (timeline.hasNextPage && !timeline.isFetchingNextPage) void timeline.fetchNextPage()
  })
  const entries = timeline.data?.pages.flatMap(({ items }) => items) ?? []
  return (
    <Panel
      extra={
        <Select
          mode="multiple"
          allowClear
          maxTagCount="responsive"
          style={{ minWidth: 280 }}
          placeholder={t('customer.timeline.filter')}
          aria-label={t('customer.timeline.filter')}
          value={names?.split(',') ?? []}
          options={EVENTS.map((value) => ({ value, label: nameOf(value) }))}
          onChange={(chosen: string[]) => set({ events: chosen.join(',') })}
        />
      }
    >
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

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Switch } from 'antd'
import { useTranslation } from 'react-i18next'
import { evaluateSegment, setSegmentFeed, type Segment, type SizeOverTime } from '@/client'
import { getSegmentSizesOptions, getSegmentSizesQueryKey } from '@/client/@tanstack/react-query.gen'
import { useBrand } from '@/shared/brand/BrandContext'
import { Defined } from '@/shared/components/Definition'
import { EmptyState } from '@/shared/components/EmptyState'
import { Loaded } from '@/shared/components/Loaded'
import { Panel } from '@/shared/components/Panel'
import { useFormat } from '@/shared/hooks/useFormat'
import { useReport } from '@/shared/hooks/useReport'
import { Evaluations } from './Evaluations'
import { SizeChart } from './SizeChart'

/** How large a segment was over time, who entered and left, and whether that is told to others. */
export function SegmentSizes({ segment: { id } }: { segment: Segment }) {
  const { t } = useTranslation()
  const { id: brand } = useBrand()
  const format = useFormat()
  const report = useReport()
  const queries = useQueryClient()
  const key = getSegmentSizesQueryKey({ path: { brand, id } })
  const sizes = useQuery(getSegmentSizesOptions({ path: { brand, id } }))
  const evaluate = useMutation({
    mutationFn: async () => (await evaluateSegment({ path: { brand, id }, throwOnError: true })).data,
    onSuccess: (data) => {
      queries.setQueryData(key, data)
      report.done(t('sizes.evaluated', { n: format.exact(data.newest[0]?.size) }))
    },
    onError: report.refused,
  })
  return (
    <Loaded query={sizes} rows={8}>
      {(data) => (
        <div className="ww-stack">
          <Panel
            title={<Defined meaning={{ definition: t('sizes.day') }}>{t('sizes.title')}</Defined>}
            note={`${t('sizes.note')}${data.nextAt ? ` ${t('sizes.next', { time: format.time(data.nextAt) })}` : ''}`}
            extra={
              <Button loading={evaluate.isPending} onClick={() => evaluate.mutate()}>
                {t('sizes.now')}
              </Button>
            }
          >
            {data.days.length === 0 ? <EmptyState title={t('sizes.empty')} text={t('sizes.emptyText')} /> : <SizeChart days={data.days} />}
          </Panel>
          <Evaluations segment={id} evaluations={data.newest} />
          <Feed segment={id} on={data.feed} changed={() => queries.invalidateQueries({ queryKey: key })} />
        </div>
      )}
    </Loaded>
  )
}

function Feed({ segment, on, changed }: { segment: string; on: SizeOverTime['feed']; changed: () => Promise<void> }) {
  const { t } = useTranslation()
  const { id: brand } = useBrand()
  const report = useReport()
  const set = useMutation({
    mutationFn: (next: boolean) => setSegmentFeed({ path: { brand, id: segment }, body: { on: next }, throwOnError: true }),
    onSuccess: (_, next) => {
      report.done(t(next ? 'sizes.feedOn' : 'sizes.feedOff'))
      return changed()
    },
    onError: report.refused,
  })
  return (
    <Panel
      title={t('sizes.feed')}
      extra={<Switch checked={on} loading={set.isPending} aria-label={t('sizes.feed')} onChange={(next) => set.mutate(next)} />}
    >
      <p className="ww-muted">{t('sizes.feedNote')}</p>
    </Panel>
  )
}

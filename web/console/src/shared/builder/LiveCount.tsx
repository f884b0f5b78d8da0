import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { countSegment, type Condition } from '@/client'
import { useBrand } from '@/shared/brand/BrandContext'
import { Count } from '@/shared/components/Numbers'
import { Panel } from '@/shared/components/Panel'
import { ProblemView } from '@/shared/components/ProblemView'
import { useFormat } from '@/shared/hooks/useFormat'
import { useText } from '@/shared/hooks/useLanguage'
import styles from './LiveCount.module.css'

/** How many people a definition holds right now, read back in words by the server; `segment` is the one it is to define. */
export function LiveCount({ definition, segment }: { definition: Condition | null; segment?: string }) {
  const { t } = useTranslation()
  const { id: brand } = useBrand()
  const format = useFormat()
  const text = useText()
  const count = useQuery({
    queryKey: ['countSegment', brand, definition, segment],
    queryFn: async ({ signal }) =>
      (await countSegment({ path: { brand }, body: { definition: definition as Condition, segment }, signal })).data,
    enabled: definition !== null,
    placeholderData: keepPreviousData,
    staleTime: 5_000,
  })
  const data = definition ? count.data : undefined
  const rate = data && data.base > 0 ? data.count / data.base : null
  return (
    <Panel title={t('segment.count.title')}>
      <div aria-live="polite" aria-busy={count.isFetching} className={count.isFetching ? styles.busy : undefined}>
        {!definition && <p className="ww-muted">{t('segment.count.waiting')}</p>}
        {definition && !data && count.isPending && <p className="ww-muted">{t('segment.count.counting')}</p>}
        {definition && count.error && (
          <ProblemView error={count.error} compact onRetry={() => void count.refetch()} />
        )}
        {data && !count.error && (
          <>
            <div className={styles.count} data-testid="segment-count">
              <Count value={data.count} />
            </div>
            <div className={styles.share} aria-hidden="true">
              <i style={{ width: `${Math.max(rate ? 0.5 : 0, (rate ?? 0) * 100)}%` }} />
            </div>
            <p>{t('segment.count.of', { base: format.exact(data.base), rate: format.rate(rate) })}</p>
            <p className={styles.reading} data-testid="segment-reading">
              {text(data.reading)}
            </p>
            <p className="ww-muted ww-small">{t('segment.count.speed', { millis: format.exact(data.millis), at: format.time(data.dataAt) })}</p>
          </>
        )}
      </div>
    </Panel>
  )
}

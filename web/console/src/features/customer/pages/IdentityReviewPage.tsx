import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Segmented } from 'antd'
import { useTranslation } from 'react-i18next'
import { searchSuggestions, type IdentitySuggestion } from '@/client'
import {
  getSuggestionSearchOptions,
  getSuggestionSearchQueryKey,
  listJobsQueryKey,
  listSuggestionsOptions,
} from '@/client/@tanstack/react-query.gen'
import { useBrand } from '@/shared/brand/BrandContext'
import { EmptyState } from '@/shared/components/EmptyState'
import { Loaded } from '@/shared/components/Loaded'
import { PageHeader } from '@/shared/components/PageHeader'
import { Panel } from '@/shared/components/Panel'
import { useFormat } from '@/shared/hooks/useFormat'
import { useReport } from '@/shared/hooks/useReport'
import { useUrlFilters } from '@/shared/hooks/useUrlFilters'
import { SuggestionReview } from '../components/SuggestionReview'
import styles from './IdentityReviewPage.module.css'

const FILTERS = ['state', 'pair'] as const
const STATES: IdentitySuggestion['state'][] = ['open', 'accepted', 'rejected', 'obsolete']

/** More than a person looks through before deciding some; the next ones come up then. */
const SHOWN = 100
const LOOK_AGAIN = 2_000

export function IdentityReviewPage() {
  const { t } = useTranslation()
  const { id: brand } = useBrand()
  const { filters, set } = useUrlFilters(FILTERS)
  const state = STATES.find((one) => one === filters.state) ?? 'open'
  const run = useQuery({
    ...getSuggestionSearchOptions({ path: { brand } }),
    refetchInterval: ({ state: { data } }) => (data?.running ? LOOK_AGAIN : false),
  })
  const running = run.data?.running ?? false
  const pairs = useQuery({
    ...listSuggestionsOptions({ path: { brand }, query: { state, limit: SHOWN } }),
    refetchInterval: running ? LOOK_AGAIN : false,
  })
  const search = useSearch(running)
  return (
    <>
      <PageHeader title={t('suggestion.title')} headline={<Headline run={run.data} />} actions={search} />
      <div className={styles.states}>
        <Segmented
          value={state}
          onChange={(chosen) => set({ state: chosen === 'open' ? null : chosen, pair: null })}
          options={STATES.map((one) => ({ value: one, label: t(`suggestion.states.${one}`) }))}
        />
      </div>
      <Loaded query={pairs} rows={8}>
        {({ items }) =>
          items.length > 0 ? (
            <SuggestionReview suggestions={items} pair={filters.pair} onPair={(pair) => set({ pair })} />
          ) : (
            <Panel>
              {state === 'open' ? (
                <EmptyState title={t('suggestion.empty')} text={t('suggestion.emptyText')} action={search} />
              ) : (
                <EmptyState title={t('suggestion.emptyState')} />
              )}
            </Panel>
          )
        }
      </Loaded>
    </>
  )
}

function Headline({ run }: { run: { finishedAt: string | null; customers: number | null; running: boolean } | undefined }) {
  const { t } = useTranslation()
  const format = useFormat()
  const last = run?.finishedAt
    ? t('suggestion.last', { at: format.time(run.finishedAt), n: format.exact(run.customers) })
    : run && (run.running ? t('suggestion.searching') : t('suggestion.never'))
  return [t('suggestion.headline'), last].filter(Boolean).join(' ')
}

function useSearch(running: boolean) {
  const { t } = useTranslation()
  const { id: brand } = useBrand()
  const report = useReport()
  const queries = useQueryClient()
  const start = useMutation({
    mutationFn: () => searchSuggestions({ path: { brand } }),
    onSuccess: () => {
      report.done(t('suggestion.searching'))
      void queries.invalidateQueries({ queryKey: getSuggestionSearchQueryKey({ path: { brand } }) })
      void queries.invalidateQueries({ queryKey: listJobsQueryKey({ query: { active: true } }) })
    },
    onError: report.refused,
  })
  return (
    <Button loading={running || start.isPending} onClick={() => start.mutate()}>
      {t('suggestion.search')}
    </Button>
  )
}

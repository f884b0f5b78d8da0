import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { askWhatIf, cancelJob, type WhatIfWish } from '@/client'
import { getJobOptions, getWhatIfOptions, getWhatIfQueryKey, listWhatIfsQueryKey } from '@/client/@tanstack/react-query.gen'
import { useBrand } from '@/shared/brand/BrandContext'
import { useReport } from '@/shared/hooks/useReport'

/** Starting a what-if; what is refused is said and nothing begins. */
export function useAskWhatIf(begun: (id: string) => void) {
  const { t } = useTranslation()
  const { id: brand } = useBrand()
  const report = useReport()
  const queries = useQueryClient()
  return useMutation({
    mutationFn: async (wish: WhatIfWish) => (await askWhatIf({ path: { brand }, body: wish })).data,
    onSuccess: (asked) => {
      queries.setQueryData(getWhatIfQueryKey({ path: { brand, id: Number(asked.id) } }), asked)
      void queries.invalidateQueries({ queryKey: listWhatIfsQueryKey({ path: { brand } }) })
      report.done(t('whatIf.started'))
      begun(asked.id)
    },
    onError: report.refused,
  })
}

const ENDED = ['failed', 'cancelled']

/** A what-if and the work that answers it, looked at again until it is answered or has ended without. */
export function useWhatIf(id: string) {
  const { id: brand } = useBrand()
  const report = useReport()
  const whatIf = useQuery({
    ...getWhatIfOptions({ path: { brand, id: Number(id) } }),
    refetchInterval: ({ state }) => (state.data && !state.data.answer ? 1_500 : false),
  })
  const jobId = whatIf.data?.job ?? ''
  const job = useQuery({
    ...getJobOptions({ path: { id: jobId } }),
    enabled: jobId !== '' && !whatIf.data?.answer,
    refetchInterval: ({ state }) => (state.data && ENDED.includes(state.data.state) ? false : 1_000),
  })
  const stop = useMutation({
    mutationFn: () => cancelJob({ path: { id: jobId } }),
    onSuccess: () => void job.refetch(),
    onError: report.refused,
  })
  const ended = !whatIf.data?.answer && job.data !== undefined && ENDED.includes(job.data.state)
  return { whatIf, job: job.data, ended, stop }
}

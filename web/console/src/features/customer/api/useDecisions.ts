import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { acceptSuggestion, rejectSuggestion, reopenSuggestion, type IdentitySuggestion } from '@/client'
import { useBrand } from '@/shared/brand/BrandContext'
import { useReport } from '@/shared/hooks/useReport'

export type Decision = 'accept' | 'reject' | 'reopen'

const CALLS = { accept: acceptSuggestion, reject: rejectSuggestion, reopen: reopenSuggestion }
const DONE = { accept: 'suggestion.accepted', reject: 'suggestion.rejected', reopen: 'suggestion.reopened' } as const

/** Carries a person's decision out. */
export function useDecisions(onDone: () => void) {
  const { t } = useTranslation()
  const { id: brand } = useBrand()
  const report = useReport()
  const queries = useQueryClient()
  return useMutation({
    mutationFn: ({ how, suggestion: { left, right } }: { how: Decision; suggestion: IdentitySuggestion }) =>
      CALLS[how]({ path: { brand, left: left.customerNo, right: right.customerNo } }),
    onSuccess: (_, { how }) => {
      report.done(t(DONE[how]))
      onDone()
      void queries.invalidateQueries()
    },
    onError: (error) => {
      report.refused(error)
      void queries.invalidateQueries()
    },
  })
}

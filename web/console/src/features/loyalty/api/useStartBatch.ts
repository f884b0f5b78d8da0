import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { startCouponBatch } from '@/client'
import { getCouponTemplateQueryKey, listCouponBatchesQueryKey } from '@/client/@tanstack/react-query.gen'
import { useBrand } from '@/shared/brand/BrandContext'
import { useReport } from '@/shared/hooks/useReport'

/** Begins to issue to a segment, or to make codes. */
export function useStartBatch(template: string, onStarted: () => void) {
  const { t } = useTranslation()
  const { id: brand } = useBrand()
  const report = useReport()
  const queries = useQueryClient()
  const at = { path: { brand, id: template } }
  return useMutation({
    mutationFn: (wish: { segment: string } | { codes: number }) =>
      startCouponBatch({ ...at, body: { segment: 'segment' in wish ? wish.segment : null, codes: 'codes' in wish ? wish.codes : null, customers: null } }),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: listCouponBatchesQueryKey(at) })
      void queries.invalidateQueries({ queryKey: getCouponTemplateQueryKey(at) })
      report.done(t('coupon.issue.started'))
      onStarted()
    },
  })
}

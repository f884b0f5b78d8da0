import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { requestCoupons, startCouponBatch } from '@/client'
import { getCouponTemplateQueryKey, listCouponBatchesQueryKey } from '@/client/@tanstack/react-query.gen'
import { useBrand } from '@/shared/brand/BrandContext'
import { useAsking } from '@/shared/hooks/useAsking'
import { useReport } from '@/shared/hooks/useReport'

/** Begins to issue to a segment, or to make codes; above the limit a second person is asked instead. */
export function useStartBatch(template: string, onStarted: () => void) {
  const { t } = useTranslation()
  const { id: brand } = useBrand()
  const asking = useAsking()
  const report = useReport()
  const queries = useQueryClient()
  const [key] = useState(() => crypto.randomUUID())
  const at = { path: { brand, id: template } }
  return useMutation({
    mutationFn: (wish: { segment: string } | { codes: number }) => {
      const batch = { segment: 'segment' in wish ? wish.segment : null, codes: 'codes' in wish ? wish.codes : null, customers: null }
      return asking(
        () => startCouponBatch({ ...at, body: batch }),
        () => requestCoupons({ path: { brand }, body: { template, batch, key, note: t('grant.batchNote') } }),
      )
    },
    onSuccess: (what) => {
      if (what === 'left') return
      void queries.invalidateQueries({ queryKey: listCouponBatchesQueryKey(at) })
      void queries.invalidateQueries({ queryKey: getCouponTemplateQueryKey(at) })
      report.done(t(what === 'asked' ? 'grant.asked' : 'coupon.issue.started'))
      onStarted()
    },
  })
}

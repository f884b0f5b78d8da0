import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { requestCoupons, startCouponBatch } from '@/client'
import { getCouponTemplateQueryKey, listCouponBatchesQueryKey } from '@/client/@tanstack/react-query.gen'
import { problemOf } from '@/shared/api/problem'
import { useBrand } from '@/shared/brand/BrandContext'
import { useReport } from '@/shared/hooks/useReport'

/** Begins to issue to a segment, or to make codes; above the limit a second person is asked instead. */
export function useStartBatch(template: string, onStarted: () => void) {
  const { t } = useTranslation()
  const { id: brand } = useBrand()
  const { modal } = App.useApp()
  const report = useReport()
  const queries = useQueryClient()
  const [key] = useState(() => crypto.randomUUID())
  const at = { path: { brand, id: template } }
  return useMutation({
    mutationFn: async (wish: { segment: string } | { codes: number }) => {
      const batch = { segment: 'segment' in wish ? wish.segment : null, codes: 'codes' in wish ? wish.codes : null, customers: null }
      try {
        await startCouponBatch({ ...at, body: batch })
        return 'started'
      } catch (refused) {
        const { code, detail } = problemOf(refused)
        if (code !== 'grant-needs-approval') throw refused
        if (!(await modal.confirm({ title: t('grant.ask'), content: detail, okText: t('grant.ask') }))) return 'left'
        await requestCoupons({ path: { brand }, body: { template, batch, key, note: t('grant.batchNote') } })
        return 'asked'
      }
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

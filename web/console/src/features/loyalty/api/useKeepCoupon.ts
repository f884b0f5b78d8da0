import { useQueryClient } from '@tanstack/react-query'
import type { CouponTemplate } from '@/client'
import { getCouponTemplateQueryKey, listCouponTemplatesInfiniteQueryKey } from '@/client/@tanstack/react-query.gen'
import { useBrand } from '@/shared/brand/BrandContext'

/** Puts a changed template where pages look for it. */
export function useKeepCoupon(): (template: CouponTemplate) => void {
  const { id: brand } = useBrand()
  const queries = useQueryClient()
  return (template) => {
    queries.setQueryData(getCouponTemplateQueryKey({ path: { brand, id: template.id } }), template)
    void queries.invalidateQueries({ queryKey: listCouponTemplatesInfiniteQueryKey({ path: { brand }, query: { limit: 50 } }) })
  }
}

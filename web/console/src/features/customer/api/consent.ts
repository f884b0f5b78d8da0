import { useQueryClient } from '@tanstack/react-query'
import { getCustomerConsentQueryKey, getCustomerQueryKey, listConsentDecisionsInfiniteQueryKey } from '@/client/@tanstack/react-query.gen'
import { useBrand } from '@/shared/brand/BrandContext'

/** Everything that shows one customer's consents is asked for anew. */
export function useConsentRefresh(no: number) {
  const { id: brand } = useBrand()
  const queries = useQueryClient()
  return () => {
    const path = { brand, no }
    void queries.invalidateQueries({ queryKey: getCustomerConsentQueryKey({ path }) })
    void queries.invalidateQueries({ queryKey: listConsentDecisionsInfiniteQueryKey({ path, query: { limit: 20 } }) })
    void queries.invalidateQueries({ queryKey: getCustomerQueryKey({ path }) })
  }
}

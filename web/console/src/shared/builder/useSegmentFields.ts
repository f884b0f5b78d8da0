import { useQuery } from '@tanstack/react-query'
import type { SegmentField } from '@/client'
import { listSegmentFieldsOptions } from '@/client/@tanstack/react-query.gen'
import { useBrand } from '@/shared/brand/BrandContext'

/** What customers can be told apart by, with suggested values. */
export function useSegmentFields(): SegmentField[] {
  const { id: brand } = useBrand()
  return useQuery({ ...listSegmentFieldsOptions({ path: { brand } }), staleTime: 300_000 }).data ?? []
}

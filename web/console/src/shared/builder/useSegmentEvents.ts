import { useQuery } from '@tanstack/react-query'
import type { SegmentEvent } from '@/client'
import { listSegmentEventsOptions } from '@/client/@tanstack/react-query.gen'
import { useBrand } from '@/shared/brand/BrandContext'

/** What customers do, the most frequent first, with the properties and commonest values of each. */
export function useSegmentEvents(): SegmentEvent[] {
  const { id: brand } = useBrand()
  return useQuery({ ...listSegmentEventsOptions({ path: { brand } }), staleTime: 300_000 }).data ?? []
}

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { checkJourney, type JourneyDefinition, type JourneyFaultPlace } from '@/client'
import { useBrand } from '@/shared/brand/BrandContext'
import { useDebounced } from '@/shared/hooks/useDebounced'
import { faultsByOwner } from './faults'

const PAUSE = 400

/** What the server says of a definition while it is drawn. */
export function useJudged(journey: JourneyDefinition, itself: string) {
  const { id: brand } = useBrand()
  const asked = useDebounced(journey, PAUSE)
  const judged = useQuery({
    queryKey: ['checkJourney', brand, itself, asked],
    queryFn: async ({ signal }) => ({ asked, ...(await checkJourney({ path: { brand }, body: { definition: asked, journey: itself }, signal })).data }),
    placeholderData: keepPreviousData,
    staleTime: 30_000,
  })
  const told = judged.data
  const faults = useMemo(() => (told ? faultsByOwner(told.faults, told.asked) : new Map<string, JourneyFaultPlace[]>()), [told])
  const behind = told?.asked !== journey
  return { faults, count: told?.faults.length, reading: told?.reading ?? null, behind, sound: told?.faults.length === 0 && !behind, error: judged.error }
}

export type Judgement = ReturnType<typeof useJudged>

import { useQueries } from '@tanstack/react-query'
import { getJourneyOptions } from '@/client/@tanstack/react-query.gen'
import { useBrand } from '@/shared/brand/BrandContext'
import { nodeOf } from '@/shared/journey/graph'
import { useStepWords } from '@/shared/journey/useStepWords'
import { drawable } from './drawable'

/** What a node of a journey does, in words; its id where the draft does not have it any more. */
export function useNodeWords(journeys: string[]): (journey: string, node: string) => string {
  const { id: brand } = useBrand()
  const words = useStepWords()
  const ids = [...new Set(journeys)]
  const loaded = useQueries({ queries: ids.map((id) => ({ ...getJourneyOptions({ path: { brand, id } }), staleTime: 60_000 })) })
  return (journey, node) => {
    const data = loaded[ids.indexOf(journey)]?.data
    const step = data && nodeOf(drawable(data.definition), node)?.step
    return step ? words(step) : node
  }
}

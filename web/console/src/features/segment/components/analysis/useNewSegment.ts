import type { Condition } from '@/client'
import { useBrandPath } from '@/shared/brand/BrandContext'

/** The address of the builder with a definition in it. */
export function useNewSegment() {
  const path = useBrandPath()
  return (definition: Condition) => path(`/segments/new?definition=${encodeURIComponent(JSON.stringify(definition))}`)
}

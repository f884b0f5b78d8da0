import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { segmentEffects, type Condition, type ConditionEffect } from '@/client'
import { useBrand } from '@/shared/brand/BrandContext'
import { conditionOf } from './condition'
import type { GroupDraft } from './draft'
import { pointersOf } from './pointers'

const NONE = new Map<string, ConditionEffect>()

/** What each condition of a draft does, by the id of its node; nothing while the draft is ahead of the question. */
export function useEffects(draft: GroupDraft, asked: Condition | null, segment: string | undefined) {
  const { id: brand } = useBrand()
  const told = useQuery({
    queryKey: ['segmentEffects', brand, asked, segment],
    queryFn: async ({ signal }) => {
      const { data } = await segmentEffects({ path: { brand }, body: { definition: asked as Condition, segment }, signal })
      return { ...data, asked: JSON.stringify(asked) }
    },
    enabled: asked !== null,
    placeholderData: keepPreviousData,
    staleTime: 5_000,
  }).data
  const effects = useMemo(() => {
    if (!told || told.asked !== JSON.stringify(conditionOf(draft))) return NONE
    const byPointer = new Map(told.conditions.map((effect) => [effect.pointer, effect]))
    return new Map(
      [...pointersOf(draft)].flatMap(([id, pointer]) => {
        const effect = byPointer.get(pointer)
        return effect ? [[id, effect] as const] : []
      }),
    )
  }, [told, draft])
  return { effects, count: told?.count }
}

import { createContext, useContext, useMemo, useRef, useState, type RefObject } from 'react'
import type { ConditionEffect } from '@/client'
import { insertAfter, moved, neighbour, place, type Spot, type Way } from './arrange'
import { newAttributeRow, withNode, type Draft, type GroupDraft } from './draft'

export interface Arrangement {
  change: (id: string, next: Draft | null) => void
  move: (id: string, way: Way) => void
  addBelow: (id: string) => void
  remove: (id: string) => void
  /** What is dragged now, and where it would be dropped. */
  dragged: string | null
  spot: Spot | null
  drag: (id: string | null, spot: Spot | null) => void
  drop: () => void
  /** What the keyboard goes on with once it is there: a node's handle, or the first field of a new one. */
  wantedRef: RefObject<{ id: string; field: boolean } | null>
  effect: (id: string) => ConditionEffect | undefined
  count: number | undefined
}

export const ArrangementContext = createContext<Arrangement | null>(null)

export function useArrangement(): Arrangement {
  const arrangement = useContext(ArrangementContext)
  if (!arrangement) throw new Error('a condition stands outside a Builder')
  return arrangement
}

type Change = (change: (now: GroupDraft) => GroupDraft) => void

/** Everything that rearranges a definition, by pointer and by keyboard alike. */
export function useArranging(draft: GroupDraft, onChange: Change, effects: Map<string, ConditionEffect>, count: number | undefined): Arrangement {
  const [drag, setDrag] = useState<{ id: string; spot: Spot | null } | null>(null)
  const wantedRef = useRef<{ id: string; field: boolean } | null>(null)
  return useMemo(() => {
    const focus = (id: string | null, field = false) => {
      wantedRef.current = id === null ? null : { id, field }
    }
    return {
      change: (id, next) => onChange((now) => withNode(now, id, next)),
      move: (id, way) => {
        focus(id)
        onChange((now) => moved(now, id, way))
      },
      addBelow: (id) => {
        const row = newAttributeRow()
        focus(row.id, true)
        onChange((now) => insertAfter(now, id, row))
      },
      remove: (id) => {
        focus(neighbour(draft, id))
        onChange((now) => withNode(now, id, null))
      },
      dragged: drag?.id ?? null,
      spot: drag?.spot ?? null,
      drag: (id, spot) => setDrag(id === null ? null : { id, spot }),
      drop: () => {
        if (drag?.spot) {
          const { id, spot } = drag
          onChange((now) => place(now, id, spot))
        }
        setDrag(null)
      },
      wantedRef,
      effect: (id) => effects.get(id),
      count,
    }
  }, [draft, onChange, effects, count, drag])
}

import type { WhatIfAnswer } from '@/client'

type Move = WhatIfAnswer['moves'][number]
type TierId = string | null

export interface MoverRow {
  from: TierId
  cells: { to: TierId; move: Move | null }[]
}

/** Who stands where under both programmes, as rows of today's tiers and columns of the draft's. */
export function moverRows({ today, draft, moves }: WhatIfAnswer): MoverRow[] {
  const from = placesOf(today.tiers, moves.some((move) => move.from === null))
  const to = columnsOf({ draft, moves })
  return from.map((one) => ({ from: one, cells: to.map((other) => ({ to: other, move: moves.find((move) => move.from === one && move.to === other) ?? null })) }))
}

export function columnsOf({ draft, moves }: Pick<WhatIfAnswer, 'draft' | 'moves'>): TierId[] {
  return placesOf(draft.tiers, moves.some((move) => move.to === null))
}

function placesOf(tiers: { id: string }[], none: boolean): TierId[] {
  return [...(none ? [null] : []), ...tiers.map(({ id }) => id)]
}

export function moved({ moves }: Pick<WhatIfAnswer, 'moves'>, way: Move['way']): number {
  return moves.filter((move) => move.way === way).reduce((sum, { members }) => sum + members, 0)
}

export interface TierPair {
  id: string
  name: string
  today: number | null
  draft: number | null
  actual: number | null
}

/** The tiers of both programmes, those with the same id beside each other, from the lowest. */
export function tierPairs({ today, draft }: Pick<WhatIfAnswer, 'today' | 'draft'>): TierPair[] {
  const added = draft.tiers.filter(({ id }) => !today.tiers.some((tier) => tier.id === id))
  return [...today.tiers, ...added].map(({ id, name }) => {
    const before = today.tiers.find((tier) => tier.id === id)
    const after = draft.tiers.find((tier) => tier.id === id)
    return { id, name: after?.name ?? name, today: before?.members ?? null, draft: after?.members ?? null, actual: before?.actual ?? null }
  })
}

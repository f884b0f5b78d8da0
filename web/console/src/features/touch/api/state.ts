import type { Broadcast } from '@/client'

export type State = Broadcast['state']
export type Action = 'plan' | 'ask' | 'start' | 'pause' | 'resume' | 'cancel' | 'delete'

/** What a person may do with a broadcast in each state. */
const ACTIONS: Record<State, Action[]> = {
  draft: ['delete', 'plan'],
  planning: ['cancel'],
  planned: ['cancel', 'plan', 'start'],
  awaiting: ['cancel', 'plan'],
  approved: ['cancel', 'plan', 'start'],
  refused: ['delete', 'plan'],
  sending: ['cancel', 'pause'],
  paused: ['cancel', 'resume'],
  done: [],
  cancelled: ['delete'],
  failed: ['delete', 'plan'],
}

/** Above the limit a plan nobody has approved is asked about instead of started. */
export function actionsIn({ state, aboveLimit }: Pick<Broadcast, 'state' | 'aboveLimit'>): Action[] {
  const asks = state === 'planned' && aboveLimit.length > 0
  return ACTIONS[state].map((action) => (asks && action === 'start' ? 'ask' : action))
}

export function isMoving(state: State): boolean {
  return state === 'planning' || state === 'sending'
}

export function hasBegun(state: State): boolean {
  return state === 'sending' || state === 'paused' || state === 'done' || state === 'cancelled' || state === 'failed'
}

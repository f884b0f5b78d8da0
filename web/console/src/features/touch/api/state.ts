import type { Broadcast } from '@/client'

export type State = Broadcast['state']
export type Action = 'plan' | 'start' | 'pause' | 'resume' | 'cancel' | 'delete'

/** What a person may do with a broadcast in each state. */
const ACTIONS: Record<State, Action[]> = {
  draft: ['delete', 'plan'],
  planning: ['cancel'],
  planned: ['cancel', 'plan', 'start'],
  sending: ['cancel', 'pause'],
  paused: ['cancel', 'resume'],
  done: [],
  cancelled: ['delete'],
  failed: ['delete', 'plan'],
}

export function actionsIn(state: State): Action[] {
  return ACTIONS[state]
}

export function isMoving(state: State): boolean {
  return state === 'planning' || state === 'sending'
}

export function hasBegun(state: State): boolean {
  return state === 'sending' || state === 'paused' || state === 'done' || state === 'cancelled' || state === 'failed'
}

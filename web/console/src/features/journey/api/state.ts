import type { Journey } from '@/client'
import type { Tone } from '@/shared/components/StateTag'

export type State = Journey['state']
export type Action = 'publish' | 'pause' | 'resume' | 'stop' | 'delete'

/** What a person may do with a journey in each state, as the server has it. */
const ACTIONS: Record<State, Action[]> = {
  draft: ['delete', 'publish'],
  live: ['stop', 'pause', 'publish'],
  paused: ['stop', 'resume'],
  stopped: ['delete', 'publish'],
}

export function actionsIn(state: State): Action[] {
  return ACTIONS[state]
}

export const TONES: Record<State, Tone> = { draft: 'calm', live: 'good', paused: 'sun', stopped: 'calm' }

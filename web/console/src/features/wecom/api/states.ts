import type { Tone } from '@/shared/components/StateTag'

export type SendState = 'planned' | 'sending' | 'done' | 'cancelled'
export type MomentState = SendState | 'failed'
export type ChatState = 'planned' | 'created' | 'confirmed' | 'failed' | 'cancelled'
export type PartState = 'planned' | 'created' | 'published' | 'failed' | 'cancelled'

const PARTS: Record<ChatState | PartState, Tone> = {
  planned: 'calm',
  created: 'sun',
  confirmed: 'good',
  published: 'good',
  failed: 'bad',
  cancelled: 'calm',
}

/** The colour of what became of it in one group, or with one guide. */
export const partTone = (state: ChatState | PartState): Tone => PARTS[state]

/** Whether nothing more will happen. */
export const isOver = (state: MomentState): boolean => state === 'done' || state === 'cancelled' || state === 'failed'

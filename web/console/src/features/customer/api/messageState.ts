/** What can have become of a message or broadcast, and how loud it is shown. */
export const STATE_TONES = {
  pending: 'sun',
  sent: 'water',
  delivered: 'good',
  failed: 'bad',
  unknown: 'bad',
  cancelled: 'calm',
  holdout: 'calm',
  suppressed: 'calm',
  withdrawn: 'calm',
  expired: 'calm',
} as const

export type MessageStateName = keyof typeof STATE_TONES

/** Nothing for a state a newer server may tell. */
export function stateOf(state: string): MessageStateName | undefined {
  return state in STATE_TONES ? (state as MessageStateName) : undefined
}

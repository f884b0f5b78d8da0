import type { Effect } from '@/client'

/** An effect counts as shown only when its interval leaves zero out, whatever else is said. */
export function isShown({ low, high, shown }: Pick<Effect, 'low' | 'high' | 'shown'>): boolean {
  return shown && !(low <= 0 && high >= 0)
}

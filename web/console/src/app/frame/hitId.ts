import type { Hit } from './useSearch'

/** The list of hits as the search field names it to who cannot see it. */
export const HITS = 'search-hits'

export function hitId({ to }: Hit): string {
  return `${HITS}${to}`
}

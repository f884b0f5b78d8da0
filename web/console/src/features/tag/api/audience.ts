import type { Audience } from '@/client'

/** The filter a link from the list of customers carries; null when it is none. */
export function filterOf(text: string | undefined): NonNullable<Audience['filter']> | null {
  if (!text) return null
  try {
    const read: unknown = JSON.parse(text)
    return typeof read === 'object' && read !== null && !Array.isArray(read) ? read : null
  } catch {
    return null
  }
}

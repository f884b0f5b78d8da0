import type { words } from '@/words/words'

/** Why the reader is back at signing in: the server says it by a code in the address. */
export function whyWords(code: string | null, say: typeof words): string | null {
  if (code === null) return null
  if (code === 'member-terms-changed') return say('termsChanged')
  return code === 'join' ? say('joinFirst') : say('failed')
}

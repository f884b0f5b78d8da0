import type { Text } from '@/client'
import { useEventName } from './useEventName'
import { useText } from './useLanguage'

/** What the server reads aloud, with standard events called as they are elsewhere on the pages. */
export function useReading(): (text: Text | null | undefined) => string {
  const text = useText()
  const eventName = useEventName()
  return (read) => text(read).replace(/“([^“”]+)”/g, (_, name: string) => `“${eventName(name)}”`)
}

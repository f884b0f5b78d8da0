import { useMedia } from './useMedia'

/** Whether the screen is as narrow as a phone's. */
export function useNarrow(): boolean {
  return useMedia('(max-width: 720px)')
}

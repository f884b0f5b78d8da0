import { useSyncExternalStore } from 'react'

const QUERY = '(max-width: 720px)'

/** Whether the screen is as narrow as a phone's. */
export function useNarrow(): boolean {
  return useSyncExternalStore(listen, () => window.matchMedia(QUERY).matches)
}

function listen(changed: () => void) {
  const media = window.matchMedia(QUERY)
  media.addEventListener('change', changed)
  return () => media.removeEventListener('change', changed)
}

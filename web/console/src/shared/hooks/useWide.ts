import { useMedia } from './useMedia'

/** Whether two things that are worked with together have room beside each other. */
export function useWide(): boolean {
  return useMedia('(min-width: 1200px)')
}

import { useQuery } from '@tanstack/react-query'
import type { Pass } from '@/client'

const BEFORE_ITS_END = 8_000
const SOONEST = 2_000

/** A pass that is asked for again before it ends, while somebody looks at it. */
export function usePass(key: string, ask: () => Promise<Pass>, shown = true) {
  return useQuery({
    queryKey: ['pass', key],
    queryFn: ask,
    enabled: shown,
    gcTime: 0,
    staleTime: 0,
    refetchOnWindowFocus: true,
    refetchInterval: ({ state }) => untilNext(state.data, Date.now()),
  })
}

export function untilNext(pass: Pass | undefined, now: number): number {
  return pass ? Math.max(SOONEST, new Date(pass.until).getTime() - now - BEFORE_ITS_END) : SOONEST
}

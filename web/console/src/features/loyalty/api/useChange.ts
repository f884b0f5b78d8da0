import { useMutation, useQueryClient, type QueryKey } from '@tanstack/react-query'
import { useReport } from '@/shared/hooks/useReport'

/** A change, after which what it touches is read again and the person told what was done. */
export function useChange<V, R>(change: (wish: V) => Promise<{ data: R }>, touched: QueryKey[], words: (data: R) => string, onDone?: () => void) {
  const report = useReport()
  const queries = useQueryClient()
  return useMutation({
    mutationFn: change,
    onSuccess: ({ data }) => {
      for (const queryKey of touched) void queries.invalidateQueries({ queryKey })
      report.done(words(data))
      onDone?.()
    },
  })
}

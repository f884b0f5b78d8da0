import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useReport } from '@/shared/hooks/useReport'

/** A change of tags: reports a refusal, and has what it touches asked again. */
export function useTagMutation<Input, Output>(change: (input: Input) => Promise<Output>, done?: (output: Output) => void) {
  const report = useReport()
  const queries = useQueryClient()
  return useMutation({
    mutationFn: change,
    onSuccess: (output) => {
      void queries.invalidateQueries({ predicate: ({ queryKey }) => /tag/i.test(String((queryKey[0] as { _id?: string })?._id ?? '')) })
      done?.(output)
    },
    onError: report.refused,
  })
}

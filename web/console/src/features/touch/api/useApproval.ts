import { useMutation, useQueryClient } from '@tanstack/react-query'
import { approveBroadcast, refuseBroadcast } from '@/client'
import { getBroadcastQueryKey } from '@/client/@tanstack/react-query.gen'
import { pathId } from '@/shared/api/pathId'
import { useBrand } from '@/shared/brand/BrandContext'
import { useReport } from '@/shared/hooks/useReport'

/** What the second person decides about the plan of one round. */
export function useApproval(id: string, round: number) {
  const { id: brand } = useBrand()
  const report = useReport()
  const queries = useQueryClient()
  const at = { path: { brand, id: pathId(id) } }
  const shared = {
    onError: report.refused,
    onSettled: () => void queries.invalidateQueries({ queryKey: getBroadcastQueryKey(at) }),
  }
  const approve = useMutation({ mutationFn: () => approveBroadcast({ ...at, body: { round } }), ...shared })
  const refuse = useMutation({ mutationFn: (reason: string) => refuseBroadcast({ ...at, body: { round, reason } }), ...shared })
  return { approve, refuse }
}

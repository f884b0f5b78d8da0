import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { approveGrant, refuseGrant } from '@/client'
import { listGrantRequestsQueryKey } from '@/client/@tanstack/react-query.gen'
import { pathId } from '@/shared/api/pathId'
import { useBrand } from '@/shared/brand/BrandContext'
import { useReport } from '@/shared/hooks/useReport'

/** What the second person decides about a grant. */
export function useGrants() {
  const { t } = useTranslation()
  const { id: brand } = useBrand()
  const report = useReport()
  const queries = useQueryClient()
  const at = (id: string) => ({ path: { brand, id: pathId(id) } })
  const shared = {
    onError: report.refused,
    onSettled: () => void queries.invalidateQueries({ queryKey: listGrantRequestsQueryKey({ path: { brand } }) }),
  }
  const approve = useMutation({ mutationFn: (id: string) => approveGrant(at(id)), onSuccess: () => report.done(t('grant.approved')), ...shared })
  const refuse = useMutation({ mutationFn: ({ id, reason }: { id: string; reason: string }) => refuseGrant({ ...at(id), body: { reason } }), onSuccess: () => report.done(t('grant.refused')), ...shared })
  return { approve, refuse }
}

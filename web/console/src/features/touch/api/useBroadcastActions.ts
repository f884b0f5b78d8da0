import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import {
  askBroadcastApproval,
  cancelBroadcast,
  deleteBroadcast,
  pauseBroadcast,
  planBroadcast,
  resumeBroadcast,
  startBroadcast,
} from '@/client'
import { getBroadcastQueryKey, listJobsQueryKey } from '@/client/@tanstack/react-query.gen'
import { pathId } from '@/shared/api/pathId'
import { useBrand, useBrandPath } from '@/shared/brand/BrandContext'
import { useReport } from '@/shared/hooks/useReport'
import type { Action } from './state'

const CALLS = {
  plan: planBroadcast,
  ask: askBroadcastApproval,
  start: startBroadcast,
  pause: pauseBroadcast,
  resume: resumeBroadcast,
  cancel: cancelBroadcast,
}

export function useBroadcastActions(id: string) {
  const { t } = useTranslation()
  const { id: brand } = useBrand()
  const at = { path: { brand, id: pathId(id) } }
  const path = useBrandPath()
  const navigate = useNavigate()
  const report = useReport()
  const queries = useQueryClient()

  const act = useMutation({
    mutationFn: (action: Exclude<Action, 'delete'>) => CALLS[action](at),
    onSuccess: ({ data }) => queries.setQueryData(getBroadcastQueryKey(at), data),
    onError: report.refused,
    onSettled: () => {
      void queries.invalidateQueries({ queryKey: getBroadcastQueryKey(at) })
      void queries.invalidateQueries({ queryKey: listJobsQueryKey({ query: { active: true } }) })
    },
  })

  const remove = useMutation({
    mutationFn: () => deleteBroadcast(at),
    onSuccess: () => {
      report.done(t('common.deleted'))
      void navigate(path('/broadcasts'))
      void queries.invalidateQueries()
    },
    onError: report.refused,
  })

  return { act, remove }
}

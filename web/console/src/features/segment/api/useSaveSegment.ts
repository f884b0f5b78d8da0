import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { createSegment, deleteSegment, updateSegment, type NewSegment, type Segment } from '@/client'
import { getSegmentQueryKey, listSegmentsQueryKey } from '@/client/@tanstack/react-query.gen'
import { useBrand, useBrandPath } from '@/shared/brand/BrandContext'
import { useReport } from '@/shared/hooks/useReport'

export function useSaveSegment(segment: Segment | undefined) {
  const { t } = useTranslation()
  const { id: brand } = useBrand()
  const path = useBrandPath()
  const navigate = useNavigate()
  const report = useReport()
  const queries = useQueryClient()
  const relist = () => queries.invalidateQueries({ queryKey: listSegmentsQueryKey({ path: { brand } }) })

  const save = useMutation({
    mutationFn: (body: NewSegment) =>
      segment ? updateSegment({ path: { brand, id: segment.id }, body }) : createSegment({ path: { brand }, body }),
    onSuccess: ({ data }) => {
      queries.setQueryData(getSegmentQueryKey({ path: { brand, id: data.id } }), data)
      void relist()
      report.done(t(segment ? 'segment.page.updated' : 'segment.page.created', { name: data.name }))
      if (!segment) void navigate(path(`/segments/${data.id}`), { replace: true })
    },
    onError: report.refused,
  })

  const remove = useMutation({
    mutationFn: () => deleteSegment({ path: { brand, id: segment?.id ?? '' } }),
    onSuccess: () => {
      void relist()
      report.done(t('common.deleted'))
      void navigate(path('/segments'))
    },
    onError: report.refused,
  })

  return { save, remove }
}

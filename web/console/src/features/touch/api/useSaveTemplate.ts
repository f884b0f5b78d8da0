import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { createTemplate, deleteTemplate, updateTemplate, type NewTemplate } from '@/client'
import { getTemplateQueryKey, listTemplatesQueryKey } from '@/client/@tanstack/react-query.gen'
import { pathId } from '@/shared/api/pathId'
import { useBrand, useBrandPath } from '@/shared/brand/BrandContext'
import { useReport } from '@/shared/hooks/useReport'

export function useSaveTemplate(id: string | undefined) {
  const { t } = useTranslation()
  const { id: brand } = useBrand()
  const path = useBrandPath()
  const navigate = useNavigate()
  const report = useReport()
  const queries = useQueryClient()
  const relist = () => queries.invalidateQueries({ queryKey: listTemplatesQueryKey({ path: { brand } }) })

  const save = useMutation({
    mutationFn: (body: NewTemplate) => (id ? updateTemplate({ path: { brand, id: pathId(id) }, body }) : createTemplate({ path: { brand }, body })),
    onSuccess: ({ data }) => {
      queries.setQueryData(getTemplateQueryKey({ path: { brand, id: pathId(data.id) } }), data)
      void relist()
      report.done(t('touch.templates.created', { name: data.name }))
      if (!id) void navigate(path(`/templates/${data.id}`), { replace: true })
    },
    onError: report.refused,
  })

  const remove = useMutation({
    mutationFn: () => deleteTemplate({ path: { brand, id: pathId(id ?? '') } }),
    onSuccess: () => {
      void relist()
      report.done(t('common.deleted'))
      void navigate(path('/templates'))
    },
    onError: report.refused,
  })

  return { save, remove }
}

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { checkProgramme, publishProgramme, saveProgramme, type Programme, type ProgrammeDefinition } from '@/client'
import { getProgrammeQueryKey, listProgrammeVersionsQueryKey } from '@/client/@tanstack/react-query.gen'
import { useBrand } from '@/shared/brand/BrandContext'
import { useReport } from '@/shared/hooks/useReport'

/** Saving, checking and publishing. */
export function useProgramme() {
  const { t } = useTranslation()
  const { id: brand } = useBrand()
  const report = useReport()
  const queries = useQueryClient()
  const at = { path: { brand } }
  const keep = (programme: Programme) => queries.setQueryData(getProgrammeQueryKey(at), programme)
  const save = useMutation({
    mutationFn: async (definition: ProgrammeDefinition) => (await saveProgramme({ ...at, body: { definition } })).data,
    onSuccess: (programme) => {
      keep(programme)
      report.done(t('programme.saved'))
    },
    onError: report.refused,
  })
  const check = useMutation({
    mutationFn: async (definition: ProgrammeDefinition) => (await checkProgramme({ ...at, body: { definition } })).data,
    onError: report.refused,
  })
  const publish = useMutation({
    mutationFn: async () => (await publishProgramme(at)).data,
    onSuccess: (programme) => {
      keep(programme)
      void queries.invalidateQueries({ queryKey: listProgrammeVersionsQueryKey(at) })
      report.done(t('programme.published', { version: programme.version }))
    },
    onError: report.refused,
  })
  return { save, check, publish }
}

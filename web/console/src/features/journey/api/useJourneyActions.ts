import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { deleteJourney, pauseJourney, publishJourney, resumeJourney, stopJourney, updateJourney, type Journey, type NewJourney } from '@/client'
import { getJourneyCountsQueryKey, getJourneyQueryKey, listJourneysQueryKey, listJourneyVersionsQueryKey } from '@/client/@tanstack/react-query.gen'
import { useBrand, useBrandPath } from '@/shared/brand/BrandContext'
import { useReport } from '@/shared/hooks/useReport'

const CALLS = { pause: pauseJourney, resume: resumeJourney, stop: stopJourney }

/** What is done to one journey. */
export function useJourneyActions(id: string) {
  const { t } = useTranslation()
  const { id: brand } = useBrand()
  const path = useBrandPath()
  const navigate = useNavigate()
  const report = useReport()
  const queries = useQueryClient()
  const at = { path: { brand, id } }

  const told = (journey: Journey) => {
    queries.setQueryData(getJourneyQueryKey(at), journey)
    void queries.invalidateQueries({ queryKey: listJourneysQueryKey({ path: { brand } }) })
    void queries.invalidateQueries({ queryKey: getJourneyCountsQueryKey(at) })
    void queries.invalidateQueries({ queryKey: listJourneyVersionsQueryKey(at) })
  }

  const save = useMutation({
    mutationFn: (body: NewJourney) => updateJourney({ ...at, body }),
    onSuccess: ({ data }) => {
      told(data)
      report.done(t('journey.page.saved'))
    },
    onError: report.refused,
  })
  /** What is drawn is saved first: what is published is what the person sees. */
  const publish = useMutation({
    mutationFn: async (unsaved: NewJourney | null) => {
      if (unsaved) told((await updateJourney({ ...at, body: unsaved })).data)
      return publishJourney(at)
    },
    onSuccess: ({ data }) => {
      told(data)
      report.done(t('journey.page.published', { version: data.version }))
    },
    onError: report.refused,
  })
  const act = useMutation({
    mutationFn: (action: keyof typeof CALLS) => CALLS[action](at),
    onSuccess: ({ data }) => told(data),
    onError: report.refused,
    onSettled: () => void queries.invalidateQueries({ queryKey: getJourneyQueryKey(at) }),
  })
  const remove = useMutation({
    mutationFn: () => deleteJourney(at),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: listJourneysQueryKey({ path: { brand } }) })
      report.done(t('common.deleted'))
      void navigate(path('/journeys'))
    },
    onError: report.refused,
  })
  return { save, publish, act, remove }
}

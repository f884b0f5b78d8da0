import { useQueries, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { listCustomerJourneysOptions, listJourneyVersionsOptions } from '@/client/@tanstack/react-query.gen'
import { useBrand, useBrandPath } from '@/shared/brand/BrandContext'
import { EmptyState } from '@/shared/components/EmptyState'
import { Loaded } from '@/shared/components/Loaded'
import { Panel } from '@/shared/components/Panel'
import { RunPath } from '@/shared/journey/RunPath'

/** Every journey the customer was in, the newest first, with the way they went. */
export function CustomerJourneys({ no }: { no: number }) {
  const { t } = useTranslation()
  const { id: brand } = useBrand()
  const path = useBrandPath()
  const runs = useQuery(listCustomerJourneysOptions({ path: { brand, no } }))
  const journeys = [...new Set((runs.data ?? []).map(({ journey }) => journey))]
  const versions = useQueries({ queries: journeys.map((id) => ({ ...listJourneyVersionsOptions({ path: { brand, id } }), staleTime: 60_000 })) })
  const definitionOf = (journey: string, version: number) => versions[journeys.indexOf(journey)]?.data?.find((one) => one.version === version)?.definition
  return (
    <Loaded query={runs}>
      {(list) => (
        <div className="ww-stack">
          {list.length === 0 && (
            <Panel>
              <EmptyState title={t('journeyOutcome.path.empty')} text={t('journeyOutcome.path.tabNote')} />
            </Panel>
          )}
          {list.map((run) => (
            <Panel key={run.id} title={<Link to={path(`/journeys/${run.journey}?tab=people&customer=${no}`)}>{run.name}</Link>}>
              <RunPath run={run} definition={definitionOf(run.journey, run.version)} />
            </Panel>
          ))}
        </div>
      )}
    </Loaded>
  )
}

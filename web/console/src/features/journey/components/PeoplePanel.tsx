import { useQuery } from '@tanstack/react-query'
import { Button, InputNumber } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { CustomerRun, Journey, JourneyVersion } from '@/client'
import { listCustomerJourneysOptions, listJourneyVersionsOptions } from '@/client/@tanstack/react-query.gen'
import { useBrand, useBrandPath } from '@/shared/brand/BrandContext'
import { Loaded } from '@/shared/components/Loaded'
import { Panel } from '@/shared/components/Panel'
import { useNarrow } from '@/shared/hooks/useNarrow'
import { useUrlFilters } from '@/shared/hooks/useUrlFilters'
import { RunPath } from '@/shared/journey/RunPath'
import type { Mark } from '../api/flow'
import { Canvas } from './Canvas'

const FILTERS = ['customer'] as const

/** The way one customer went, in words and on the canvas. */
export function PeoplePanel({ journey }: { journey: Journey }) {
  const { t } = useTranslation()
  const { filters, set } = useUrlFilters(FILTERS)
  const [typed, setTyped] = useState<number | null>(filters.customer ? Number(filters.customer) : null)
  return (
    <div className="ww-stack">
      <Panel note={t('journeyOutcome.path.hint')} title={t('journey.page.tabs.people')}>
        <form
          className="ww-row"
          onSubmit={(event) => {
            event.preventDefault()
            set({ customer: typed })
          }}
        >
          <InputNumber min={1} precision={0} controls={false} aria-label={t('journeyOutcome.path.find')} placeholder={t('journeyOutcome.path.find')} style={{ width: 160 }} value={typed} onChange={setTyped} />
          <Button type="primary" htmlType="submit" disabled={!typed}>
            {t('journeyOutcome.path.look')}
          </Button>
        </form>
      </Panel>
      {filters.customer && Number(filters.customer) > 0 && <Found key={filters.customer} journey={journey} no={Number(filters.customer)} />}
    </div>
  )
}

function Found({ journey, no }: { journey: Journey; no: number }) {
  const { t } = useTranslation()
  const { id: brand } = useBrand()
  const path = useBrandPath()
  const runs = useQuery(listCustomerJourneysOptions({ path: { brand, no } }))
  const versions = useQuery(listJourneyVersionsOptions({ path: { brand, id: journey.id } })).data ?? []
  return (
    <Loaded query={runs}>
      {(list) => {
        const own = list.filter((run) => run.journey === journey.id)
        return (
          <Panel title={<Link to={path(`/customers/${no}`)}>{t('customer.profile.no', { no })}</Link>}>
            {own.length === 0 && <p className="ww-muted">{t('journeyOutcome.path.none')}</p>}
            {own.map((run) => (
              <Run key={run.id} run={run} versions={versions} />
            ))}
          </Panel>
        )
      }}
    </Loaded>
  )
}

function Run({ run, versions }: { run: CustomerRun; versions: JourneyVersion[] }) {
  const narrow = useNarrow()
  const definition = versions.find(({ version }) => version === run.version)?.definition
  const marks = new Map<string, Mark>(run.path.map(({ node }) => [node, 'passed']))
  if (run.state !== 'ended') marks.set(run.node, 'here')
  const passed = new Set(run.path.flatMap(({ node, exit }) => (exit ? [`${node}/${exit}`] : [])))
  return (
    <>
      <RunPath run={run} definition={definition} />
      {definition && !narrow && <Canvas journey={definition} marks={marks} passed={passed} />}
    </>
  )
}

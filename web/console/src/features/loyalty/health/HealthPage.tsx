import { useQuery } from '@tanstack/react-query'
import { Button, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { ProgrammeHealth } from '@/client'
import { getProgrammeHealthOptions } from '@/client/@tanstack/react-query.gen'
import { useBrand, useBrandPath } from '@/shared/brand/BrandContext'
import { EmptyState } from '@/shared/components/EmptyState'
import { Loaded } from '@/shared/components/Loaded'
import { PageHeader } from '@/shared/components/PageHeader'
import { Panel } from '@/shared/components/Panel'
import { isoDay } from '@/shared/format/time'
import { useFormat } from '@/shared/hooks/useFormat'
import { useUrlFilters } from '@/shared/hooks/useUrlFilters'
import { later } from '../api/month'
import { BenefitsInUse } from './BenefitsInUse'
import { KeyFigures } from './KeyFigures'
import { PointsFlow } from './PointsFlow'
import { TierPyramid } from './TierPyramid'
import { begun } from './begun'

const LENGTHS = [3, 6, 12, 24, 36]
const USUAL = 12

/** Whether the programme does what it is for: points that are used, members who rise, benefits that are wanted. */
export function HealthPage() {
  const { t } = useTranslation()
  const { id: brand, timeZone } = useBrand()
  const { filters, set } = useUrlFilters(['months'] as const)
  const months = LENGTHS.find((length) => String(length) === filters.months) ?? USUAL
  const until = isoDay(new Date().toISOString(), timeZone).slice(0, 7)
  const health = useQuery(getProgrammeHealthOptions({ path: { brand }, query: { from: later(until, 1 - months), until } }))
  return (
    <>
      <PageHeader
        title={t('programmeHealth.title')}
        headline={health.data && <Headline health={health.data} />}
        actions={
          <Select
            aria-label={t('programmeHealth.range')}
            value={months}
            style={{ width: 176 }}
            onChange={(length) => set({ months: length === USUAL ? null : length })}
            options={LENGTHS.map((n) => ({ value: n, label: t('programmeHealth.months', { n }) }))}
          />
        }
      />
      <Loaded query={health} rows={12}>
        {(found) => (begun(found) ? <Whole health={found} /> : <Nothing />)}
      </Loaded>
    </>
  )
}

function Whole({ health }: { health: ProgrammeHealth }) {
  return (
    <div className="ww-stack">
      <KeyFigures health={health} />
      <PointsFlow points={health.points} />
      <TierPyramid tiers={health.tiers} />
      <BenefitsInUse benefits={health.benefits} />
    </div>
  )
}

function Nothing() {
  const { t } = useTranslation()
  const path = useBrandPath()
  return (
    <Panel>
      <EmptyState
        title={t('programmeHealth.empty')}
        text={t('programmeHealth.emptyText')}
        action={
          <Link to={path('/programme')}>
            <Button type="primary">{t('programmeHealth.emptyAction')}</Button>
          </Link>
        }
      />
    </Panel>
  )
}

/** The state in words. That nothing is redeemed is a finding, not a gap. */
function Headline({ health }: { health: ProgrammeHealth }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { burn, expiry } = health.points
  if (!begun(health)) return t('programmeHealth.headlineNone')
  if (burn.rate === null) return t('programmeHealth.headlineQuiet', { members: format.count(health.tiers.members) })
  const words = { issued: format.count(burn.whole), burn: format.rate(burn.rate), expiry: format.rate(expiry.rate) }
  return t(burn.part > 0 ? 'programmeHealth.headline' : 'programmeHealth.headlineUnused', words)
}

import { useTranslation } from 'react-i18next'
import type { HealthRate, ProgrammeHealth } from '@/client'
import { Defined } from '@/shared/components/Definition'
import { Count, Money } from '@/shared/components/Numbers'
import { Panel } from '@/shared/components/Panel'
import { Stat, Stats } from '@/shared/components/Stat'
import { useFormat } from '@/shared/hooks/useFormat'

/** The numbers somebody asks for first, each with what it means. */
export function KeyFigures({ health }: { health: ProgrammeHealth }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { points, tiers, benefits, from, today } = health
  const window = { windowFrom: from, windowTo: today }
  const rate = ({ part, whole }: HealthRate) => ({ ...window, numerator: format.exact(part), denominator: format.exact(whole) })
  const name = (key: 'burn' | 'expiry' | 'liability' | 'expectedBreakage' | 'members' | 'use' | 'cost', meaning: object = {}) => (
    <Defined meaning={{ definition: t(`programmeHealth.meaning.${key}`), ...meaning }}>{t(`programmeHealth.${key}`)}</Defined>
  )
  const share = (of: HealthRate) => t('programmeHealth.share', { part: format.count(of.part), whole: format.count(of.whole) })
  return (
    <Panel>
      <Stats>
        <Stat testId="health-burn" label={name('burn', rate(points.burn))} value={format.rate(points.burn.rate)} note={share(points.burn)} />
        <Stat testId="health-expiry" label={name('expiry', rate(points.expiry))} value={format.rate(points.expiry.rate)} note={share(points.expiry)} />
        <Stat testId="health-liability" label={name('liability')} value={<Count value={points.liability} />} />
        <Stat
          testId="health-breakage"
          label={name('expectedBreakage')}
          value={<Count value={points.expectedBreakage} />}
          note={points.breakage !== null && t('programmeHealth.breakage', { rate: format.rate(points.breakage) })}
        />
        <Stat testId="health-members" label={name('members', { dataAt: tiers.countedAt })} value={<Count value={tiers.members} />} note={tiers.countedAt === null && t('programmeHealth.counting')} />
        <Stat testId="health-use" label={name('use', rate(benefits.total.rate))} value={format.rate(benefits.total.rate.rate)} note={share(benefits.total.rate)} />
        <Stat testId="health-cost" label={name('cost', window)} value={<Money value={benefits.total.spent} />} />
      </Stats>
    </Panel>
  )
}

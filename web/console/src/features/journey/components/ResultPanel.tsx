import { Alert } from 'antd'
import { useTranslation } from 'react-i18next'
import type { GoalUplift, JourneyCounts, JourneyDefinition } from '@/client'
import { EmptyState } from '@/shared/components/EmptyState'
import { Count } from '@/shared/components/Numbers'
import { Panel } from '@/shared/components/Panel'
import { Stat, Stats } from '@/shared/components/Stat'
import { useFormat } from '@/shared/hooks/useFormat'
import { IntervalBar } from '@/shared/interval/IntervalBar'
import { verdictOf } from '../api/verdict'

/** Whether the journey helped: everybody against those kept back. */
export function ResultPanel({ journey, counts }: { journey: JourneyDefinition; counts: JourneyCounts | undefined }) {
  const { t } = useTranslation()
  const format = useFormat()
  const verdict = counts ? verdictOf(journey, counts) : 'none'
  if (!counts || verdict === 'none') {
    return (
      <Panel>
        <EmptyState title={t('journeyOutcome.result.none')} text={t('journeyOutcome.result.noneText')} />
      </Panel>
    )
  }
  const treated = counts.entered - counts.control
  const share = (n: number, of: number) => t('journeyOutcome.result.share', { rate: format.rate(of ? n / of : null), n: format.exact(n), of: format.exact(of) })
  return (
    <div className="ww-stack">
      <Panel>
        <Stats>
          <Stat big label={t('journeyOutcome.result.entered')} value={<Count value={counts.entered} />} />
          <Stat big label={t('journeyOutcome.result.inside')} value={<Count value={counts.inside} />} />
          <Stat big label={t('journeyOutcome.result.ended')} value={<Count value={counts.ended} />} />
          {journey.goal && <Stat big label={t('journeyOutcome.result.goals')} value={<Count value={counts.goals} />} note={share(counts.goals, treated)} testId="journey-goals" />}
          <Stat big label={t('journeyOutcome.result.control')} value={<Count value={counts.control} />} note={journey.goal && counts.control > 0 ? share(counts.controlGoals, counts.control) : undefined} testId="journey-control" />
        </Stats>
      </Panel>
      {verdict === 'noGoal' && <Alert type="warning" showIcon title={t('journeyOutcome.result.noGoal')} />}
      {verdict === 'noControl' && <Alert type="warning" showIcon title={t('journeyOutcome.result.noControl')} />}
      {counts.uplift && verdict !== 'noGoal' && <Uplift verdict={verdict as 'shown' | 'harm' | 'unsure'} uplift={counts.uplift} treated={treated} days={journey.goal?.withinDays ?? 0} />}
    </div>
  )
}

const DO = { shown: 'shownDo', harm: 'harmDo', unsure: 'unsureDo' } as const

function Uplift({ verdict, uplift, treated, days }: { verdict: keyof typeof DO; uplift: GoalUplift; treated: number; days: number }) {
  const { t } = useTranslation()
  const format = useFormat()
  const points = (share: number) => `${share < 0 ? '−' : share > 0 ? '+' : ''}${format.decimal(Math.abs(share) * 100, 1)}`
  const interval = t('journeyOutcome.result.interval', { low: points(uplift.low), high: points(uplift.high) })
  const words = t(`journeyOutcome.result.${verdict}`, { difference: format.decimal(Math.abs(uplift.difference) * 100, 1), n: format.exact(Math.round(uplift.difference * treated)) })
  return (
    <Panel title={t('journeyOutcome.result.verdict')} note={t('journeyOutcome.result.verdictNote')}>
      <p style={{ fontSize: 16 }} data-testid="verdict">
        {words}
      </p>
      <p>{t(`journeyOutcome.result.${DO[verdict]}`)}</p>
      <IntervalBar estimate={uplift} shown={verdict !== 'unsure'} label={`${points(uplift.difference)}, ${interval}`} />
      <p className="ww-muted ww-small">
        {interval} · {t('journeyOutcome.result.treated')} {format.rate(uplift.treated)} · {t('journeyOutcome.result.control')} {format.rate(uplift.control)}
      </p>
      <p className="ww-muted ww-small">
        {t('journeyOutcome.result.early', { days: format.exact(days) })} {t('journeyOutcome.result.method')}
      </p>
    </Panel>
  )
}

import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { InviteForecast } from '@/client'
import { listTemplatesOptions } from '@/client/@tanstack/react-query.gen'
import { useBrand } from '@/shared/brand/BrandContext'
import { Count } from '@/shared/components/Numbers'
import { Stat, Stats } from '@/shared/components/Stat'
import { useFormat } from '@/shared/hooks/useFormat'

const REASONS = ['inside', 'before', 'unknown'] as const

/** How many would come in, why the others would not, and whom its messages cannot reach. */
export function InviteForecastView({ forecast }: { forecast: InviteForecast }) {
  const { t } = useTranslation()
  const { id: brand } = useBrand()
  const format = useFormat()
  const templates = useQuery({ ...listTemplatesOptions({ path: { brand } }), staleTime: 60_000 }).data ?? []
  const { enter, unfound, messages } = forecast
  const kept = REASONS.filter((reason) => forecast[reason] > 0)
  const not = kept.reduce((sum, reason) => sum + forecast[reason], 0)
  const missed = messages.filter(({ unbound, refusing }) => unbound + refusing > 0)
  return (
    <div data-testid="invite-forecast">
      <Stats>
        <Stat big label={t('journeyInvite.enter')} value={<Count value={enter} />} testId="invite-enter" />
        <Stat big label={t('journeyInvite.notEnter')} value={<Count value={not} />} testId="invite-not" />
      </Stats>
      <ul style={{ margin: '12px 0', paddingLeft: 18 }}>
        {kept.map((reason) => (
          <li key={reason}>
            <span className="ww-number">{format.exact(forecast[reason])}</span> {t(`journeyInvite.${reason}`)}
          </li>
        ))}
      </ul>
      {unfound.length > 0 && (
        <p className="ww-muted ww-small" style={{ overflowWrap: 'anywhere' }}>
          {t('journeyInvite.unfound', { list: unfound.join(' · ') })}
          {forecast.unknown > unfound.length && ' …'}
        </p>
      )}
      {enter > 0 && messages.length > 0 && (
        <>
          <h3 className="ww-small">{t('journeyInvite.reach')}</h3>
          {missed.length === 0 && <p>{t('journeyInvite.allReached')}</p>}
          {missed.map(({ node, template, channel, unbound, refusing }) => (
            <p key={node} data-testid={`reach-${node}`}>
              {t('journeyInvite.message', { name: templates.find(({ id }) => id === template)?.name ?? template, channel: t(`channel.${channel}`), n: format.exact(unbound + refusing) })}
              <br />
              <span className="ww-muted ww-small">
                {[unbound > 0 && t('journeyInvite.unbound', { n: format.exact(unbound) }), refusing > 0 && t('journeyInvite.refusing', { n: format.exact(refusing) })].filter(Boolean).join(' · ')}
              </span>
            </p>
          ))}
          {missed.length > 0 && <p className="ww-muted ww-small">{t('journeyInvite.reachNote')}</p>}
        </>
      )}
    </div>
  )
}

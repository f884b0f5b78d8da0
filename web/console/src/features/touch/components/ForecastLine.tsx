import { useTranslation } from 'react-i18next'
import type { Forecast } from '@/client'
import { Defined } from '@/shared/components/Definition'
import { useFormat } from '@/shared/hooks/useFormat'
import { useText } from '@/shared/hooks/useLanguage'

/** When it will be finished, or why nobody can say. */
export function ForecastLine({ forecast }: { forecast: Forecast }) {
  const { t } = useTranslation()
  const format = useFormat()
  const text = useText()
  const { finished, handedOver, unknown, guides, perMinute, resumes, why } = forecast
  const pace = perMinute === null ? null : t('touch.forecast.pace', { n: format.decimal(perMinute, perMinute < 10 ? 1 : 0) })
  const parts = [
    finished && t('touch.forecast.finished', { time: format.time(finished) }),
    unknown === 'guides' ? handedOver && t('touch.forecast.handedOver', { time: format.time(handedOver) }) : unknown && t(`touch.forecast.unknown.${unknown}`),
    unknown === 'guides' && t('touch.forecast.guides', { n: format.exact(guides) }),
    resumes && t('touch.forecast.resumes', { time: format.time(resumes) }),
    (finished ?? handedOver) && pace,
    why && text(why),
  ].filter(Boolean)
  return (
    <span data-testid="forecast">
      <Defined meaning={{ definition: t('touch.forecast.meaning') }}>{parts.join(t('touch.forecast.and'))}</Defined>
    </span>
  )
}

import { useTranslation } from 'react-i18next'
import { StateTag } from '@/shared/components/StateTag'

interface Props {
  state: 'active' | 'paused' | 'disabled'
  failing: boolean
}

/** Whether something flows; open and failing is neither good nor paused. */
export function FlowTag({ state, failing }: Props) {
  const { t } = useTranslation()
  if (state === 'active' && failing) return <StateTag tone="bad">{t('exchange.states.failing')}</StateTag>
  const tone = { active: 'good', paused: 'sun', disabled: 'bad' } as const
  return <StateTag tone={tone[state]}>{t(`exchange.states.${state}`)}</StateTag>
}

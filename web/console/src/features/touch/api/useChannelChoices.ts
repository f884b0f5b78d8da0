import { useTranslation } from 'react-i18next'
import { CHANNELS } from './channels'

/** The channels a rule can be about. */
export function useChannelChoices() {
  const { t } = useTranslation()
  return CHANNELS.map((value) => ({ value, label: t(`channel.${value}`) }))
}

import { useTranslation } from 'react-i18next'
import type { Cap } from '@/client'

type Channel = NonNullable<Cap['channel']>

/** Complete by its type: a channel the server learns must be named here too. */
const CHANNELS: Record<Channel, true> = { wecom: true, email: true }

/** The channels a rule can be about. */
export function useChannelChoices() {
  const { t } = useTranslation()
  return (Object.keys(CHANNELS) as Channel[]).map((value) => ({ value, label: t(`channel.${value}`) }))
}

import { useTranslation } from 'react-i18next'

/** Channels and purposes in the reader's language; what a sender made up stays as it is. */
export function useConsentWords() {
  const { t, i18n } = useTranslation()
  const word = (key: string, fallback: string) => (i18n.exists(key) ? (t as (key: string) => string)(key) : fallback)
  return {
    channel: (channel: string) => (channel === 'any' ? t('customer.consent.allChannels') : word(`channel.${channel}`, channel)),
    purpose: (purpose: string) => word(`customer.consents.purposes.${purpose}`, purpose),
  }
}

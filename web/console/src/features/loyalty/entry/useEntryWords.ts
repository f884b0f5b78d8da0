import { useTranslation } from 'react-i18next'

/** What kinds of bookings and accounts are called; the code where it is a newer one. */
export function useEntryWords() {
  const { t, i18n } = useTranslation()
  const named = (key: string, code: string) => (i18n.exists(key) ? (t as (key: string) => string)(key) : code)
  return {
    kind: (code: string) => named(`points.customer.kinds.${code}`, code),
    account: (code: string) => named(`points.page.accounts.${code}`, code),
  }
}

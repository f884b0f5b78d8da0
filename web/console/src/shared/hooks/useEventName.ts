import { useTranslation } from 'react-i18next'

/** A standard event in the reader’s words; any other by its own name. */
export function useEventName() {
  const { t, i18n } = useTranslation()
  return (name: string): string => {
    const key = `customer.events.${name}`
    return i18n.exists(key) ? (t as (key: string) => string)(key) : name
  }
}

import { useTranslation } from 'react-i18next'

/** Why someone is left out, in words; a reason we do not know is shown as it came. */
export function useReason() {
  const { t, i18n } = useTranslation()
  return (reason: string): string => {
    const key = `touch.reasons.${reason}`
    return i18n.exists(key) ? (t as (key: string) => string)(key) : reason
  }
}

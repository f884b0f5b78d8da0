import { useTranslation } from 'react-i18next'

const KNOWN = ['benefit', 'check-in', 'task', 'growth', 'prize', 'mall', 'batch', 'code', 'public', 'console', 'journey', 'return'] as const

/** What coupons were given for, in words; a source this page does not know keeps its name. */
export function useSourceWords(): (source: string) => string {
  const { t } = useTranslation()
  return (source) => {
    const known = KNOWN.find((one) => one === source)
    return known ? t(`programmeHealth.benefits.origins.${known}`) : source
  }
}

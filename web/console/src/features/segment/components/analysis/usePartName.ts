import { useTranslation } from 'react-i18next'
import type { Share } from '@/client'

type Part = Pick<Share, 'kind' | 'from' | 'to'>

/** A part of an attribute's values, as people say it. */
export function usePartName() {
  const { t } = useTranslation()
  return ({ kind, from, to }: Part): string => {
    switch (kind) {
      case 'value':
        if (from === 'true') return t('analysis.part.yes')
        return from === 'false' ? t('analysis.part.no') : (from ?? '')
      case 'days':
        if (from && to) return from === to ? from : t('analysis.part.days', { from, to })
        if (to) return t('analysis.part.until', { to })
        return from ? t('analysis.part.since', { from }) : t('analysis.part.any')
      case 'numbers':
        if (from && to) return t('analysis.part.numbers', { from, to })
        return to ? t('analysis.part.below', { to }) : t('analysis.part.from', { from: from ?? '' })
      case 'rest':
        return t('analysis.part.rest')
      case 'unknown':
        return t('analysis.part.unknown')
    }
  }
}

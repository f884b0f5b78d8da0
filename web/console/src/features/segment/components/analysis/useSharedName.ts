import { useTranslation } from 'react-i18next'
import type { Intersection, OverlapMember } from '@/client'
import { useLanguage } from '@/shared/hooks/useLanguage'

/** An intersection in words: only in one segment, or in all of several. */
export function useSharedName(members: OverlapMember[]) {
  const { t } = useTranslation()
  const language = useLanguage()
  return ({ segments }: Intersection): string => {
    const names = members.filter(({ id }) => segments.includes(id)).map(({ name }) => name)
    const joined = names.join(language === 'zh' ? '、' : ', ')
    return names.length === 1 ? t('analysis.overlap.only', { names: joined }) : t('analysis.overlap.all', { names: joined })
  }
}

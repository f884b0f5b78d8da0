import { useTranslation } from 'react-i18next'
import type { Intersection, OverlapMember } from '@/client'

/** An intersection in words: only in one segment, or in all of several. */
export function useSharedName(members: OverlapMember[]) {
  const { t, i18n } = useTranslation()
  return ({ segments }: Intersection): string => {
    const names = members.filter(({ id }) => segments.includes(id)).map(({ name }) => name)
    const joined = names.join(i18n.language.startsWith('zh') ? '、' : ', ')
    return names.length === 1 ? t('analysis.overlap.only', { names: joined }) : t('analysis.overlap.all', { names: joined })
  }
}

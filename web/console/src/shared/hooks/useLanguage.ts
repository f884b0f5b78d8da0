import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { Text } from '@/client'
import type { Language } from '../format/language'

export function useLanguage(): Language {
  const { i18n } = useTranslation()
  return i18n.language?.startsWith('en') ? 'en' : 'zh'
}

/** Reads a text the server sends in both languages. */
export function useText(): (text: Text | null | undefined) => string {
  const language = useLanguage()
  return useCallback((text) => text?.[language] ?? '', [language])
}

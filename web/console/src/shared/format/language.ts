export type Language = 'zh' | 'en'

/** The locale whose grouping and compact units a language's readers expect. */
export function localeOf(language: Language): string {
  return language === 'zh' ? 'zh-CN' : 'en-GB'
}

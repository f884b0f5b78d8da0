import { type Language, localeOf } from './language'

/** Names one after the other, as a sentence would name them: A、B和C · A, B and C. */
export function formatList(names: string[], language: Language): string {
  return new Intl.ListFormat(localeOf(language), { type: 'conjunction' }).format(names)
}

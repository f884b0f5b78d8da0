import { useTranslation } from 'react-i18next'
import type { ImportKind } from '../api/kinds'
import { ATTRIBUTE } from '../api/mapping'

/** A field's name in the reader's language, as files of that kind call it; one we do not know keeps its own. */
export function useFieldName(kind: ImportKind) {
  const { t, i18n } = useTranslation()
  const named = t as (key: string, values?: object) => string
  return (field: string): string => {
    if (field.startsWith(ATTRIBUTE)) return named('intake.mapping.attribute', { name: field.slice(ATTRIBUTE.length) })
    const keys = [`intake.mapping.kindFields.${kind}.${field}`, `intake.mapping.fields.${field}`]
    const key = keys.find((each) => i18n.exists(each))
    return key ? named(key) : field
  }
}

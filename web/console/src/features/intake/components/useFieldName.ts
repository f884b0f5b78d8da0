import { useTranslation } from 'react-i18next'

/** A field's name in the reader's language; a field we do not know keeps its own. */
export function useFieldName() {
  const { t, i18n } = useTranslation()
  return (field: string): string => {
    const key = `intake.mapping.fields.${field}`
    return i18n.exists(key) ? (t as (key: string) => string)(key) : field
  }
}

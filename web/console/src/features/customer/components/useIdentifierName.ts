import { useTranslation } from 'react-i18next'
import type { IdentityView } from '@/client'

type Point = IdentityView['identifiers'][number]

/** An identifier in words, such as "手机号 138****5678". */
export function useIdentifierName() {
  const { t, i18n } = useTranslation()
  const kindName = (kind: string) => {
    const key = `customer.identifiers.kinds.${kind}`
    return i18n.exists(key) ? (t as (key: string) => string)(key) : kind
  }
  const nameOf = (point: Point | undefined) => (point ? `${kindName(point.kind)} ${point.masked}` : '–')
  return { kindName, nameOf }
}

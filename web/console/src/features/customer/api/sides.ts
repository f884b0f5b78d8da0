import type { TFunction } from 'i18next'
import type { IdentitySuggestion, SuggestionEvidence, SuggestionSide } from '@/client'
import type { Format } from '@/shared/hooks/useFormat'

export interface ComparedField {
  key: keyof SuggestionFields
  left: string
  right: string
  /** Null for what is shown and not compared. */
  evidence: SuggestionEvidence | null | undefined
}

type SuggestionFields = Record<
  'name' | 'birthday' | 'gender' | 'phone' | 'email' | 'city' | 'address' | 'memberNo' | 'orders' | 'firstSeen' | 'lastSeen',
  string
>

/** The two sides field by field, with what each says. */
export function compared({ left, right, evidence }: IdentitySuggestion, t: TFunction, format: Format): ComparedField[] {
  const one = textsOf(left, t, format)
  const other = textsOf(right, t, format)
  const said = new Map(evidence.map((part) => [part.field, part]))
  return (Object.keys(one) as (keyof SuggestionFields)[]).map((key) => ({
    key,
    left: one[key],
    right: other[key],
    evidence: COMPARED.has(key) ? said.get(key) : null,
  }))
}

const COMPARED = new Set<string>(['name', 'birthday', 'gender', 'phone', 'email', 'city', 'address'])

function textsOf(side: SuggestionSide, t: TFunction, format: Format): SuggestionFields {
  return {
    name: side.name ?? '',
    birthday: side.birthday ?? '',
    gender: genderOf(side.gender, t),
    phone: side.phones.join(' '),
    email: side.emails.join(' '),
    city: [side.province, side.city].filter(Boolean).join(' '),
    address: side.address ?? '',
    memberNo: side.memberNos.join(' '),
    orders: t('suggestion.bought', { orders: format.exact(side.orders), sales: format.money(side.netSales) }),
    firstSeen: side.firstSeenAt ? format.day(side.firstSeenAt) : '',
    lastSeen: side.lastSeenAt ? format.day(side.lastSeenAt) : '',
  }
}

const MALE = new Set(['1', 'm', 'male'])
const FEMALE = new Set(['2', 'f', 'female'])

function genderOf(gender: string | null | undefined, t: TFunction): string {
  if (!gender) return ''
  if (MALE.has(gender.toLowerCase())) return t('suggestion.genders.male')
  return FEMALE.has(gender.toLowerCase()) ? t('suggestion.genders.female') : gender
}

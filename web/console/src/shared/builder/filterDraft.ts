import type { OrderFilter } from '@/client'
import { newId } from './nodeId'

/** Which orders, or lines in them, are looked at, while it is being edited. */
export interface FilterDraft {
  id: string
  fact: OrderFilter['fact']
  operator: OrderFilter['operator']
  values: string[]
}

export const MOST_FILTERS = 10

export function newFilter(): FilterDraft {
  return { id: newId(), fact: 'product', operator: 'in', values: [] }
}

export function filtersOf(where: OrderFilter[] | null | undefined): FilterDraft[] {
  return (where ?? []).map(({ fact, operator, values }) => ({ id: newId(), fact, operator, values: [...values] }))
}

/** What is added to the definition; null while a filter lacks its values. */
export function whereOf(filters: FilterDraft[]): { where?: OrderFilter[] } | null {
  const where = filters.map(({ fact, operator, values }) => ({ fact, operator, values: values.map((value) => value.trim()).filter(Boolean) }))
  if (where.some(({ values }) => values.length === 0)) return null
  return where.length === 0 ? {} : { where }
}

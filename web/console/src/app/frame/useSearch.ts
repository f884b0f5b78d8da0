import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { listBroadcastsOptions, listCustomersOptions, listSegmentsOptions } from '@/client/@tanstack/react-query.gen'
import { useBrand, useBrandPath, usePerson } from '@/shared/brand/BrandContext'
import { placesFor } from './places'

export interface Hit {
  to: string
  title: string
  note?: string
}

export interface HitGroup {
  key: 'pages' | 'customers' | 'segments' | 'broadcasts'
  hits: Hit[]
}

/** Looks in pages, customers, segments and broadcasts at once. */
export function useSearch(q: string): { groups: HitGroup[]; busy: boolean } {
  const { t } = useTranslation()
  const brand = useBrand()
  const person = usePerson()
  const path = useBrandPath()
  const at = { path: { brand: brand.id } }
  const asked = q.length > 0
  const customers = useQuery({ ...listCustomersOptions({ ...at, query: { q, limit: 6 } }), enabled: asked })
  const segments = useQuery({ ...listSegmentsOptions(at), enabled: asked })
  const broadcasts = useQuery({ ...listBroadcastsOptions({ ...at, query: { limit: 100 } }), enabled: asked })
  const matches = (name: string) => name.toLowerCase().includes(q.toLowerCase())

  const groups: HitGroup[] = [
    {
      key: 'customers',
      hits: (asked ? (customers.data?.items ?? []) : []).map((one) => ({
        to: path(`/customers/${one.customerNo}`),
        title: one.name ?? t('search.customerNo', { no: one.customerNo }),
        note: [one.phone, one.city].filter(Boolean).join(' · '),
      })),
    },
    { key: 'segments', hits: named(segments.data, 'segments') },
    { key: 'broadcasts', hits: named(broadcasts.data?.items, 'broadcasts') },
    {
      key: 'pages',
      hits: placesFor(person)
        .map((place) => ({ to: path(place.path), title: t(`nav.${place.key}`) }))
        .filter(({ title }) => matches(title)),
    },
  ]
  return { groups: groups.filter(({ hits }) => hits.length > 0), busy: asked && customers.isFetching }

  function named(list: { id: string; name: string }[] | undefined, place: string): Hit[] {
    if (!asked) return []
    return (list ?? [])
      .filter(({ name }) => matches(name))
      .slice(0, 5)
      .map(({ id, name }) => ({ to: path(`/${place}/${id}`), title: name }))
  }
}

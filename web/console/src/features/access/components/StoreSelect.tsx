import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { listCatalogueStoresOptions } from '@/client/@tanstack/react-query.gen'
import { useDebounced } from '@/shared/hooks/useDebounced'

const PAUSE = 250

interface Props {
  id?: string
  brand: string
  value?: string[]
  onChange?: (codes: string[]) => void
}

/** Stores of a brand's catalogue, found by name or code; one that no file told of yet is taken by its code. */
export function StoreSelect({ brand, value, onChange, id }: Props) {
  const { t } = useTranslation()
  const [typed, setTyped] = useState('')
  const q = useDebounced(typed.trim(), PAUSE)
  const found = useQuery({ ...listCatalogueStoresOptions({ path: { brand }, query: { limit: 50, ...(q && { q }) } }), placeholderData: keepPreviousData })
  const known = (found.data?.items ?? []).map(({ code, name }) => ({ value: code, label: name === code ? code : `${name} · ${code}` }))
  const unknown = q !== '' && !found.isPlaceholderData && found.data && !known.some((store) => store.value === q)
  return (
    <Select<string[]>
      id={id}
      mode="multiple"
      showSearch={{ filterOption: false, onSearch: setTyped }}
      placeholder={t('access.people.stores.search')}
      loading={found.isFetching}
      notFoundContent={found.data && t('access.people.stores.nothing')}
      options={unknown ? [...known, { value: q, label: t('access.people.stores.byCode', { code: q }) }] : known}
      value={value}
      onChange={(codes) => {
        setTyped('')
        onChange?.(codes)
      }}
    />
  )
}

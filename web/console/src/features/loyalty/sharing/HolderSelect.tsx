import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { listCustomersOptions } from '@/client/@tanstack/react-query.gen'
import { useBrand } from '@/shared/brand/BrandContext'
import { useDebounced } from '@/shared/hooks/useDebounced'

const PAUSE = 300

interface Props {
  id?: string
  value?: number
  onChange?: (customer: number) => void
}

/** A customer, found by name, number or whatever identifies them. */
export function HolderSelect(props: Props) {
  const { t } = useTranslation()
  const { id: brand } = useBrand()
  const [typed, setTyped] = useState('')
  const q = useDebounced(typed.trim(), PAUSE)
  const found = useQuery({ ...listCustomersOptions({ path: { brand }, query: { limit: 10, ...(q && { q }) } }), placeholderData: keepPreviousData })
  return (
    <Select<number>
      showSearch={{ filterOption: false, onSearch: setTyped }}
      placeholder={t('sharing.search')}
      loading={found.isFetching}
      notFoundContent={found.data && t('sharing.nobody')}
      options={found.data?.items.map(({ customerNo, name, phone, city }) => ({
        value: customerNo,
        label: [name ?? t('customer.list.anonymous', { no: customerNo }), phone, city].filter(Boolean).join(' · '),
      }))}
      {...props}
    />
  )
}

import { Button, DatePicker, Input, InputNumber, Select } from 'antd'
import dayjs from 'dayjs'
import { useTranslation } from 'react-i18next'
import { useQuery } from '@tanstack/react-query'
import { listSegmentFieldsOptions } from '@/client/@tanstack/react-query.gen'
import { useBrand } from '@/shared/brand/BrandContext'
import { TagSelect } from '@/shared/tags/TagSelect'
import type { FilterName, Filters } from '../api/filters'
import styles from './CustomerFilters.module.css'

interface Props {
  filters: Filters
  set: (change: Partial<Record<FilterName, string | number | null | undefined>>) => void
  clear: () => void
}

export function CustomerFilters({ filters, set, clear }: Props) {
  const { t } = useTranslation()
  const { id: brand } = useBrand()
  const fields = useQuery({ ...listSegmentFieldsOptions({ path: { brand } }), staleTime: 300_000 })
  const cities = fields.data?.find(({ attribute }) => attribute === 'city')?.suggestions ?? []
  const day = (text: string | undefined) => (text ? dayjs(text) : null)
  return (
    <div className={styles.filters} role="search" aria-label={t('customer.list.title')}>
      <Input.Search
        key={`q-${filters.q ?? ''}`}
        allowClear
        className={styles.q}
        defaultValue={filters.q}
        placeholder={t('customer.list.search')}
        aria-label={t('customer.list.search')}
        onSearch={(q) => set({ q: q.trim() })}
      />
      <Select
        allowClear
        showSearch
        placeholder={t('customer.list.city')}
        aria-label={t('customer.list.city')}
        style={{ width: 150 }}
        value={filters.city}
        options={cities.map(({ value }) => ({ value, label: value }))}
        onChange={(city?: string) => set({ city })}
      />
      <Select
        allowClear
        placeholder={t('customer.list.reachable')}
        aria-label={t('customer.list.reachable')}
        style={{ width: 132 }}
        value={filters.reachable}
        options={(['any', 'wecom', 'email', 'none'] as const).map((value) => ({ value, label: t(`customer.list.reach.${value}`) }))}
        onChange={(reachable?: string) => set({ reachable })}
      />
      <TagSelect value={filters.tag} onChange={(tag) => set({ tag })} width={150} label={t('customer.list.tag')} />
      <span className={styles.range} role="group" aria-label={t('customer.list.orders')}>
        {t('customer.list.orders')}
        {(['minOrders', 'maxOrders'] as const).map((name) => (
          <InputNumber
            key={name}
            min={0}
            precision={0}
            controls={false}
            placeholder={t(name === 'minOrders' ? 'customer.list.min' : 'customer.list.max')}
            aria-label={`${t('customer.list.orders')} ${t(name === 'minOrders' ? 'customer.list.min' : 'customer.list.max')}`}
            style={{ width: 64 }}
            value={filters[name] === undefined ? null : Number(filters[name])}
            onChange={(value) => set({ [name]: value })}
          />
        ))}
      </span>
      <span className={styles.range} role="group" aria-label={t('customer.list.lastOrder')}>
        {t('customer.list.lastOrder')}
        <DatePicker.RangePicker
          allowEmpty={[true, true]}
          style={{ width: 240 }}
          placeholder={[t('customer.list.from'), t('customer.list.to')]}
          value={[day(filters.lastOrderAfter), day(filters.lastOrderBefore)]}
          onChange={(range) =>
            set({ lastOrderAfter: range?.[0]?.format('YYYY-MM-DD'), lastOrderBefore: range?.[1]?.format('YYYY-MM-DD') })
          }
        />
      </span>
      {Object.values(filters).some(Boolean) && (
        <Button type="link" onClick={clear}>
          {t('common.clear')}
        </Button>
      )}
    </div>
  )
}

import { Button, DatePicker, Select } from 'antd'
import dayjs from 'dayjs'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { listSourcesOptions } from '@/client/@tanstack/react-query.gen'
import { useBrand } from '@/shared/brand/BrandContext'
import { EVENT_GROUPS, listed, type TimelineFilterName, type TimelineFilters as Filters } from '../api/timeline'
import { EVENTS, useEventName } from './eventNames'
import styles from './CustomerFilters.module.css'

interface Props {
  filters: Filters
  set: (change: Partial<Record<TimelineFilterName, string | null | undefined>>) => void
  clear: () => void
}

/** Sources that are no source of the list: what WeCom and the product itself report. */
const OWN_SOURCES = ['wecom', 'console', 'tags', 'waterwheel'] as const

export function TimelineFilters({ filters, set, clear }: Props) {
  const { t } = useTranslation()
  const { id: brand } = useBrand()
  const nameOf = useEventName()
  const sources = useQuery({ ...listSourcesOptions({ path: { brand } }), staleTime: 300_000 })
  const names = [...(sources.data ?? []).map(({ name }) => name), ...OWN_SOURCES]
  const day = (text: string | undefined) => (text ? dayjs(text) : null)
  const many = (name: 'groups' | 'sources' | 'events', label: string, options: { value: string; label: string }[], width: number) => (
    <Select
      mode="multiple"
      allowClear
      maxTagCount="responsive"
      style={{ width }}
      placeholder={label}
      aria-label={label}
      value={listed(filters[name])}
      options={options}
      onChange={(chosen: string[]) => set({ [name]: chosen.join(',') })}
    />
  )
  return (
    <div className={styles.filters} role="search" aria-label={t('customer.timeline.filters')}>
      {many('groups', t('customer.timeline.groups'), EVENT_GROUPS.map((value) => ({ value, label: t(`customer.timeline.group.${value}`) })), 200)}
      {many('sources', t('customer.timeline.sources'), names.map((value) => ({ value, label: value })), 180)}
      {many('events', t('customer.timeline.filter'), EVENTS.map((value) => ({ value, label: nameOf(value) })), 200)}
      <DatePicker.RangePicker
        allowEmpty={[true, true]}
        style={{ width: 240 }}
        placeholder={[t('customer.list.from'), t('customer.list.to')]}
        value={[day(filters.from), day(filters.to)]}
        onChange={(range) => set({ from: range?.[0]?.format('YYYY-MM-DD'), to: range?.[1]?.format('YYYY-MM-DD') })}
      />
      {Object.values(filters).some(Boolean) && (
        <Button type="link" onClick={clear}>
          {t('common.clear')}
        </Button>
      )}
    </div>
  )
}

import { Button, DatePicker, Input, Select, Space } from 'antd'
import dayjs from 'dayjs'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ACCOUNTS, accountsOf, BY, daysOf, found, KINDS, type EntryFilters as Filters } from '../api/entryFilter'
import styles from './Entries.module.css'
import { useEntryWords } from './useEntryWords'

interface Props {
  filters: Filters
  today: string
  set: (change: Partial<Record<keyof Filters, string | null | undefined>>) => void
  clear: () => void
}

export function EntryFilters({ filters, today, set, clear }: Props) {
  const { t } = useTranslation()
  const words = useEntryWords()
  const days = daysOf(filters, today)
  const day = (text: string | undefined) => (text ? dayjs(text) : null)
  const by = found(filters)
  return (
    <div className={styles.filters} role="search" aria-label={t('entry.filters')}>
      <By key={by && `${by}:${filters[by]}`} filters={filters} set={set} />
      <Select
        mode="multiple"
        allowClear
        maxTagCount="responsive"
        style={{ width: 220 }}
        placeholder={t('entry.accounts')}
        aria-label={t('entry.accounts')}
        value={accountsOf(filters)}
        options={ACCOUNTS.map((value) => ({ value, label: words.account(value) }))}
        onChange={(chosen: string[]) => set({ account: chosen.join(',') })}
      />
      <Select
        allowClear
        style={{ width: 150 }}
        placeholder={t('entry.kind')}
        aria-label={t('entry.kind')}
        value={filters.kind}
        options={KINDS.map((value) => ({ value, label: words.kind(value) }))}
        onChange={(kind: string | undefined) => set({ kind })}
      />
      <DatePicker.RangePicker
        allowEmpty={[true, true]}
        style={{ width: 240 }}
        aria-label={t('entry.days')}
        placeholder={[t('customer.list.from'), t('customer.list.to')]}
        value={[day(days.from), day(days.until)]}
        onChange={(range) => set({ from: range?.[0]?.format('YYYY-MM-DD'), until: range?.[1]?.format('YYYY-MM-DD') })}
      />
      {Object.values(filters).some(Boolean) && (
        <Button type="link" onClick={clear}>
          {t('common.clear')}
        </Button>
      )}
    </div>
  )
}

/** One field for what names a few bookings; what was in the address stands in it. */
function By({ filters, set }: Pick<Props, 'filters' | 'set'>) {
  const { t } = useTranslation()
  const told = found(filters)
  const [by, choose] = useState<(typeof BY)[number]>(told ?? 'order')
  const [text, write] = useState(told ? (filters[told] ?? '') : '')
  const find = () => {
    const wanted = by === 'member' ? text.replace(/\D/g, '') : text.trim()
    set({ order: null, key: null, member: null, from: null, until: null, [by]: wanted })
  }
  return (
    <Space.Compact className={styles.by}>
      <Select aria-label={t('entry.by')} style={{ width: 120 }} value={by} options={BY.map((value) => ({ value, label: t(`entry.bys.${value}`) }))} onChange={choose} />
      <Input allowClear aria-label={t(`entry.bys.${by}`)} placeholder={t(`entry.placeholder.${by}`)} value={text} onChange={(event) => write(event.target.value)} onPressEnter={find} />
      <Button type="primary" onClick={find}>
        {t('entry.find')}
      </Button>
    </Space.Compact>
  )
}

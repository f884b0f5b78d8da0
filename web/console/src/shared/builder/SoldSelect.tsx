import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { listSoldValuesOptions } from '@/client/@tanstack/react-query.gen'
import { useBrand } from '@/shared/brand/BrandContext'
import { useDebounced } from '@/shared/hooks/useDebounced'
import { useFormat } from '@/shared/hooks/useFormat'
import type { FilterDraft } from './filterDraft'

const PAUSE = 250

interface Props {
  fact: FilterDraft['fact']
  values: string[]
  onChange: (values: string[]) => void
}

/** What was sold, where and how, the commonest first; anything else may be typed. */
export function SoldSelect({ fact, values, onChange }: Props) {
  const { t } = useTranslation()
  const { id: brand } = useBrand()
  const format = useFormat()
  const [typed, setTyped] = useState('')
  const q = useDebounced(typed, PAUSE)
  const { data } = useQuery({ ...listSoldValuesOptions({ path: { brand, fact }, query: { q } }), staleTime: 60_000, placeholderData: keepPreviousData })
  return (
    <Select
      mode="tags"
      optionLabelProp="value"
      showSearch={{ filterOption: false, onSearch: setTyped }}
      style={{ minWidth: 160, flex: 1 }}
      aria-label={t('segment.builder.value')}
      placeholder={t('segment.builder.valuePlaceholder')}
      tokenSeparators={[',', '，']}
      value={values}
      options={(data ?? []).map(({ value, count }) => ({
        value,
        label: (
          <span style={{ display: 'flex', justifyContent: 'space-between', gap: 12 }}>
            <span>{value}</span>
            <span className="ww-muted ww-number">{t('segmentRow.filter.times', { n: format.count(count) })}</span>
          </span>
        ),
      }))}
      onChange={(next: string[]) => {
        setTyped('')
        onChange(next)
      }}
    />
  )
}

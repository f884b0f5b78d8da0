import { AutoComplete, DatePicker, InputNumber, Select } from 'antd'
import dayjs from 'dayjs'
import { useTranslation } from 'react-i18next'
import type { SegmentField, Suggestion } from '@/client'
import { useFormat } from '@/shared/hooks/useFormat'

interface Props {
  type: SegmentField['type']
  many: boolean
  suggestions: Suggestion[]
  /** What suggestions are counted in. */
  unit?: 'people' | 'times'
  values: string[]
  onChange: (values: string[]) => void
}

/** The picker a value's type asks for. */
export function ValueEditor({ type, many, suggestions, unit = 'people', values, onChange }: Props) {
  const { t } = useTranslation()
  const format = useFormat()
  const label = t('segment.builder.value')
  const placeholder = t('segment.builder.valuePlaceholder')
  const options = suggestions.map(({ value, count }) => ({
    value,
    label: (
      <span style={{ display: 'flex', justifyContent: 'space-between', gap: 12 }}>
        <span>{value}</span>
        <span className="ww-muted ww-number">{t(unit === 'people' ? 'segment.builder.people' : 'behaviour.times', { n: format.count(count) })}</span>
      </span>
    ),
  }))
  const one = (value: string | null | undefined) => onChange(value ? [value] : [])

  if (many) {
    return (
      <Select mode="tags" optionLabelProp="value" style={{ minWidth: 220, flex: 1 }} aria-label={label} placeholder={placeholder} tokenSeparators={[',', '，', ' ']} value={values} options={options} onChange={onChange} />
    )
  }
  switch (type) {
    case 'number':
      return <InputNumber style={{ width: 140 }} aria-label={label} value={values[0] ?? null} stringMode onChange={one} />
    case 'date':
      return (
        <DatePicker
          aria-label={label}
          value={values[0] ? dayjs(values[0]) : null}
          onChange={(day) => one(day?.format('YYYY-MM-DD'))}
        />
      )
    case 'boolean':
      return (
        <Select
          style={{ width: 100 }}
          aria-label={label}
          value={values[0]}
          options={(['true', 'false'] as const).map((value) => ({ value, label: t(`segment.builder.${value}`) }))}
          onChange={one}
        />
      )
    case 'text':
      return (
        <AutoComplete
          style={{ minWidth: 180, flex: 1 }}
          aria-label={label}
          placeholder={placeholder}
          value={values[0]}
          options={options}
          showSearch={{ filterOption: (typed, option) => (option?.value ?? '').toLowerCase().includes(typed.toLowerCase()) }}
          onChange={one}
        />
      )
  }
}

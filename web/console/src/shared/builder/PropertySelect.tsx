import { AutoComplete } from 'antd'
import { useTranslation } from 'react-i18next'
import type { SegmentEvent } from '@/client'

interface Props {
  value: string | null
  properties: SegmentEvent['properties']
  onChange: (property: string | null) => void
}

/** A property by its path; one that has not come yet can be typed. */
export function PropertySelect({ value, properties, onChange }: Props) {
  const { t } = useTranslation()
  return (
    <AutoComplete
      style={{ width: 160 }}
      aria-label={t('behaviour.property')}
      placeholder={t('behaviour.property')}
      value={value ?? undefined}
      options={properties.map(({ property }) => ({ value: property, label: property }))}
      showSearch={{ filterOption: (typed, option) => String(option?.value ?? '').toLowerCase().includes(typed.toLowerCase()) }}
      onChange={(property) => onChange(property || null)}
    />
  )
}

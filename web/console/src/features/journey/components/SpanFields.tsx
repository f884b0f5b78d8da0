import { InputNumber, Select, Space } from 'antd'
import { useTranslation } from 'react-i18next'
import type { JourneySpan } from '@/client'

/** A length of time. */
export function SpanFields({ label, value, onChange }: { label: string; value: JourneySpan; onChange: (next: JourneySpan) => void }) {
  const { t } = useTranslation()
  return (
    <Space.Compact block>
      <InputNumber min={1} precision={0} style={{ width: '50%' }} aria-label={label} value={value.amount} onChange={(amount) => onChange({ ...value, amount: amount ?? 0 })} />
      <Select
        style={{ width: '50%' }}
        aria-label={`${label} ${t('journeyStep.panel.unit')}`}
        value={value.unit}
        options={(['minutes', 'hours', 'days'] as const).map((unit) => ({ value: unit, label: t(`journeyStep.units.${unit}`) }))}
        onChange={(unit) => onChange({ ...value, unit })}
      />
    </Space.Compact>
  )
}

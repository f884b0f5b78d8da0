import { DatePicker, InputNumber, Select } from 'antd'
import dayjs from 'dayjs'
import { useTranslation } from 'react-i18next'
import type { WindowDraft } from './draft'

const STARTS: Record<WindowDraft['type'], WindowDraft> = {
  ever: { type: 'ever' },
  last: { type: 'last', days: 90 },
  between: { type: 'between', from: null, to: null },
}

export function WindowEditor({ window, onChange }: { window: WindowDraft; onChange: (next: WindowDraft) => void }) {
  const { t } = useTranslation()
  return (
    <>
      <Select
        style={{ width: 140 }}
        aria-label={t('segment.builder.window')}
        value={window.type}
        options={(['ever', 'last', 'between'] as const).map((value) => ({ value, label: t(`segment.windows.${value}`) }))}
        onChange={(type) => onChange(STARTS[type])}
      />
      {window.type === 'last' && (
        <InputNumber
          style={{ width: 110 }}
          min={1}
          precision={0}
          suffix={t('segment.builder.days')}
          aria-label={t('segment.builder.days')}
          value={window.days}
          onChange={(days) => onChange({ type: 'last', days })}
        />
      )}
      {window.type === 'between' && (
        <DatePicker.RangePicker
          placeholder={[t('segment.builder.from'), t('segment.builder.to')]}
          value={[window.from ? dayjs(window.from) : null, window.to ? dayjs(window.to) : null]}
          onChange={(range) =>
            onChange({ type: 'between', from: range?.[0]?.format('YYYY-MM-DD') ?? null, to: range?.[1]?.format('YYYY-MM-DD') ?? null })
          }
        />
      )}
    </>
  )
}

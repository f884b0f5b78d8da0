import { InputNumber, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import type { AheadDraft, AnniversaryDraft } from './draft'
import { RowFrame } from './RowFrame'

type Started = 'days' | 'thisMonth' | 'nextMonth'
/** Months further ahead can be asked for by the API; they are shown, not offered. */
type Choice = Started | 'later'

const STARTS: Record<Started, AheadDraft> = {
  days: { type: 'days', days: 7 },
  thisMonth: { type: 'month', months: 0 },
  nextMonth: { type: 'month', months: 1 },
}
const STARTED = Object.keys(STARTS) as Started[]

function choiceOf(within: AheadDraft): Choice {
  if (within.type === 'days') return 'days'
  if (within.months > 1) return 'later'
  return within.months === 0 ? 'thisMonth' : 'nextMonth'
}

export function AnniversaryRow({ row, onChange }: { row: AnniversaryDraft; onChange: (next: AnniversaryDraft | null) => void }) {
  const { t } = useTranslation()
  const { within } = row
  const chosen = choiceOf(within)
  const choices: Choice[] = chosen === 'later' ? [...STARTED, 'later'] : STARTED
  return (
    <RowFrame row={row} onChange={onChange}>
      <Select
        style={{ width: 160 }}
        aria-label={t('segment.builder.anniversary')}
        value={row.attribute}
        options={(['birthday', 'memberSince'] as const).map((value) => ({ value, label: t(`segment.anniversaries.${value}`) }))}
        onChange={(attribute) => onChange({ ...row, attribute })}
      />
      <Select
        style={{ width: 190 }}
        aria-label={t('segment.builder.ahead')}
        value={chosen}
        options={choices.map((value) => ({ value, label: t(`segment.ahead.${value}`, { n: within.type === 'month' ? within.months : 0 }) }))}
        onChange={(value) => onChange({ ...row, within: value === 'later' ? within : STARTS[value] })}
      />
      {within.type === 'days' && (
        <InputNumber
          style={{ width: 110 }}
          min={1}
          max={366}
          precision={0}
          suffix={t('segment.builder.days')}
          aria-label={t('segment.builder.days')}
          value={within.days}
          onChange={(days) => onChange({ ...row, within: { type: 'days', days } })}
        />
      )}
    </RowFrame>
  )
}

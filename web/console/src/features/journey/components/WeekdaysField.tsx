import { Checkbox } from 'antd'
import { useTranslation } from 'react-i18next'
import type { JourneyUntilTime } from '@/client'

type Weekdays = JourneyUntilTime['weekdays']
const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const

export function WeekdaysField({ value, onChange }: { value: Weekdays; onChange: (days: Weekdays) => void }) {
  const { t } = useTranslation()
  return (
    <Checkbox.Group
      value={value}
      options={DAYS.map((day) => ({ value: day, label: t(`journeyStep.weekdays.${day}`) }))}
      onChange={(days) => onChange(DAYS.filter((day) => days.includes(day)))}
    />
  )
}

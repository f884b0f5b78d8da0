import { DatePicker } from 'antd'
import dayjs from 'dayjs'

interface Props {
  id?: string
  value?: string | null
  onChange?: (value: string | null) => void
}

/** A moment as the API writes it, typed in the person's own time. */
export function TimeInput({ value, onChange, ...rest }: Props) {
  return (
    <DatePicker
      showTime={{ format: 'HH:mm' }}
      format="YYYY-MM-DD HH:mm"
      needConfirm={false}
      style={{ width: 220 }}
      value={value ? dayjs(value) : null}
      onChange={(time) => onChange?.(time?.toISOString() ?? null)}
      {...rest}
    />
  )
}

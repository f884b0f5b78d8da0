import { DatePicker, InputNumber, TimePicker } from 'antd'
import dayjs from 'dayjs'
import { useBrand } from '@/shared/brand/BrandContext'
import { fractionDigits, minorPerUnit } from '@/shared/format/money'

interface Field<T> {
  id?: string
  value?: T | null
  onChange?: (value: T | null) => void
  'aria-label'?: string
}

/** Money in minor units, typed in the currency's own. */
export function MoneyInput({ value, onChange, ...rest }: Field<number> & { size?: 'large'; style?: React.CSSProperties }) {
  const { currency } = useBrand()
  const unit = minorPerUnit(currency)
  return (
    <InputNumber<number>
      min={0}
      precision={fractionDigits(currency)}
      suffix={currency}
      style={{ width: 180 }}
      value={value == null ? null : value / unit}
      onChange={(typed) => onChange?.(typed == null ? null : Math.round(typed * unit))}
      {...rest}
    />
  )
}

/** A calendar day as the API writes it. */
export function DayInput({ value, onChange, ...rest }: Field<string>) {
  return <DatePicker style={{ width: 180 }} value={value ? dayjs(value) : null} onChange={(day) => onChange?.(day?.format('YYYY-MM-DD') ?? null)} {...rest} />
}

/** A time of day as the API writes it. */
export function HourInput({ value, onChange, ...rest }: Field<string>) {
  return (
    <TimePicker
      format="HH:mm"
      minuteStep={15}
      needConfirm={false}
      style={{ width: 120 }}
      value={value ? dayjs(`2000-01-01T${value}`) : null}
      onChange={(time) => onChange?.(time?.format('HH:mm:ss') ?? null)}
      {...rest}
    />
  )
}

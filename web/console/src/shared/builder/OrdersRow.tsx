import { InputNumber, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { useBrand } from '@/shared/brand/BrandContext'
import { currencySymbol, minorPerUnit } from '@/shared/format/money'
import type { OrdersDraft } from './draft'
import { RowFrame } from './RowFrame'
import { WindowEditor } from './WindowEditor'

export function OrdersRow({ row, onChange }: { row: OrdersDraft; onChange: (next: OrdersDraft | null) => void }) {
  const { t } = useTranslation()
  return (
    <RowFrame row={row} onChange={onChange}>
      <Select
        style={{ width: 160 }}
        aria-label={t('segment.builder.measure')}
        value={row.measure}
        options={(['count', 'sum', 'recency'] as const).map((value) => ({ value, label: t(`segment.measures.${value}`) }))}
        onChange={(measure) => onChange({ ...row, measure, value: measure === 'count' ? 1 : null })}
      />
      <Select
        style={{ width: 100 }}
        aria-label={t('segment.builder.operator')}
        value={row.operator}
        options={(['atLeast', 'atMost'] as const).map((value) => ({ value, label: t(`segment.measureOperators.${value}`) }))}
        onChange={(operator) => onChange({ ...row, operator })}
      />
      <Amount row={row} onChange={(value) => onChange({ ...row, value })} />
      {row.measure !== 'recency' && <WindowEditor window={row.window} onChange={(window) => onChange({ ...row, window })} />}
    </RowFrame>
  )
}

/** People type pounds or yuan; the definition keeps minor units. */
function Amount({ row, onChange }: { row: OrdersDraft; onChange: (value: number | null) => void }) {
  const { t } = useTranslation()
  const { currency } = useBrand()
  const perUnit = row.measure === 'sum' ? minorPerUnit(currency) : 1
  return (
    <InputNumber
      style={{ width: 130 }}
      aria-label={t('segment.builder.value')}
      min={0}
      precision={perUnit === 1 ? 0 : undefined}
      prefix={row.measure === 'sum' ? currencySymbol(currency) : undefined}
      suffix={row.measure === 'recency' ? t('segment.builder.days') : undefined}
      value={row.value === null ? null : row.value / perUnit}
      onChange={(value) => onChange(value === null ? null : Math.round(value * perUnit))}
    />
  )
}

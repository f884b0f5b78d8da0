import { PlusOutlined } from '@ant-design/icons'
import { Button, InputNumber, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { useBrand } from '@/shared/brand/BrandContext'
import { currencySymbol, minorPerUnit } from '@/shared/format/money'
import { countsDays } from './condition'
import type { OrdersDraft } from './draft'
import { MOST_FILTERS, newFilter } from './filterDraft'
import { FilterEditor } from './FilterEditor'
import { RowFrame } from './RowFrame'
import { WindowEditor } from './WindowEditor'
import styles from './Builder.module.css'

const MEASURES = ['count', 'sum', 'average', 'quantity', 'distinctProducts', 'recency', 'sinceFirst'] as const
const STARTED: OrdersDraft['measure'][] = ['count', 'quantity', 'distinctProducts']

export function OrdersRow({ row, onChange }: { row: OrdersDraft; onChange: (next: OrdersDraft | null) => void }) {
  const { t } = useTranslation()
  return (
    <RowFrame row={row} onChange={onChange}>
      <Select
        style={{ width: 160 }}
        aria-label={t('segment.builder.measure')}
        value={row.measure}
        options={MEASURES.map((value) => ({ value, label: t(`segment.measures.${value}`) }))}
        onChange={(measure) => onChange({ ...row, measure, value: STARTED.includes(measure) ? 1 : null })}
      />
      <Select
        style={{ width: 100 }}
        aria-label={t('segment.builder.operator')}
        value={row.operator}
        options={(['atLeast', 'atMost'] as const).map((value) => ({ value, label: t(`segment.measureOperators.${value}`) }))}
        onChange={(operator) => onChange({ ...row, operator })}
      />
      <Amount row={row} onChange={(value) => onChange({ ...row, value })} />
      {!countsDays(row.measure) && <WindowEditor window={row.window} onChange={(window) => onChange({ ...row, window })} />}
      {row.filters.map((filter) => (
        <FilterEditor
          key={filter.id}
          filter={filter}
          onChange={(next) => onChange({ ...row, filters: row.filters.flatMap((one) => (one.id !== filter.id ? [one] : next ? [next] : [])) })}
        />
      ))}
      {row.filters.length < MOST_FILTERS && (
        <div className={styles.whole}>
          <Button size="small" type="link" icon={<PlusOutlined />} onClick={() => onChange({ ...row, filters: [...row.filters, newFilter()] })}>
            {t('segmentRow.filter.add')}
          </Button>
        </div>
      )}
    </RowFrame>
  )
}

/** People type pounds or yuan; the definition keeps minor units. */
function Amount({ row, onChange }: { row: OrdersDraft; onChange: (value: number | null) => void }) {
  const { t } = useTranslation()
  const { currency } = useBrand()
  const money = row.measure === 'sum' || row.measure === 'average'
  const perUnit = money ? minorPerUnit(currency) : 1
  return (
    <InputNumber
      style={{ width: 130 }}
      aria-label={t('segment.builder.value')}
      min={0}
      precision={perUnit === 1 ? 0 : undefined}
      prefix={money ? currencySymbol(currency) : undefined}
      suffix={countsDays(row.measure) ? t('segment.builder.days') : undefined}
      value={row.value === null ? null : row.value / perUnit}
      onChange={(value) => onChange(value === null ? null : Math.round(value * perUnit))}
    />
  )
}

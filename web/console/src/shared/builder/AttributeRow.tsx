import { Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { useText } from '@/shared/hooks/useLanguage'
import type { AttributeDraft, Operator } from './draft'
import { needsNoValue } from './condition'
import { useSegmentFields } from './useSegmentFields'
import { RowFrame } from './RowFrame'
import { ValueEditor } from './ValueEditor'

export function AttributeRow({ row, onChange }: { row: AttributeDraft; onChange: (next: AttributeDraft | null) => void }) {
  const { t } = useTranslation()
  const text = useText()
  const fields = useSegmentFields()
  const field = fields.find(({ attribute }) => attribute === row.attribute)
  const operators = (field?.operators ?? [row.operator]) as Operator[]
  return (
    <RowFrame row={row} onChange={onChange}>
      <Select
        showSearch={{ optionFilterProp: 'label' }}
        style={{ width: 160 }}
        placeholder={t('segment.builder.chooseAttribute')}
        aria-label={t('segment.builder.attribute')}
        value={row.attribute}
        options={fields.map(({ attribute, label }) => ({ value: attribute, label: text(label) || attribute }))}
        onChange={(attribute) => {
          const chosen = fields.find((one) => one.attribute === attribute)
          const keeps = chosen?.operators.includes(row.operator)
          onChange({ ...row, attribute, values: [], operator: keeps ? row.operator : ((chosen?.operators[0] ?? 'is') as Operator) })
        }}
      />
      <Select
        style={{ width: 150 }}
        aria-label={t('segment.builder.operator')}
        value={row.operator}
        options={operators.map((operator) => ({ value: operator, label: t(`segment.operators.${operator}`) }))}
        onChange={(operator) => onChange({ ...row, operator, values: needsNoValue(operator) ? [] : row.values })}
      />
      {!needsNoValue(row.operator) && (
        <ValueEditor
          type={field?.type ?? 'text'}
          many={row.operator === 'in' || row.operator === 'notIn' || row.operator === 'containsNone'}
          suggestions={field?.suggestions ?? []}
          values={row.values}
          onChange={(values) => onChange({ ...row, values })}
        />
      )}
    </RowFrame>
  )
}

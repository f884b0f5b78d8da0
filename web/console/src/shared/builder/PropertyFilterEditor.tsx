import { CloseOutlined } from '@ant-design/icons'
import { Button, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import type { PropertyFilter, SegmentEvent } from '@/client'
import { takesMany, takesNone } from './eventCondition'
import type { PropertyFilterDraft } from './eventDraft'
import { PropertySelect } from './PropertySelect'
import { ValueEditor } from './ValueEditor'
import styles from './Behaviour.module.css'

const TEXT: PropertyFilter['operator'][] = ['is', 'isNot', 'in', 'notIn', 'hasAll', 'contains', 'containsNone', 'atLeast', 'atMost', 'exists', 'notExists']
const NUMBER: PropertyFilter['operator'][] = ['atLeast', 'atMost', 'is', 'isNot', 'in', 'notIn', 'exists', 'notExists']

interface Props {
  filter: PropertyFilterDraft
  properties: SegmentEvent['properties']
  onChange: (next: PropertyFilterDraft | null) => void
}

export function PropertyFilterEditor({ filter, properties, onChange }: Props) {
  const { t } = useTranslation()
  const known = properties.find(({ property }) => property === filter.property)
  const number = known?.type === 'number'
  const offered = number ? NUMBER : TEXT
  const operators = offered.includes(filter.operator) ? offered : [...offered, filter.operator]
  return (
    <div className={styles.line} data-testid="event-filter">
      <span className="ww-muted">{t('behaviour.where')}</span>
      <PropertySelect value={filter.property} properties={properties} onChange={(property) => onChange({ ...filter, property, values: [] })} />
      <Select
        style={{ width: 150 }}
        aria-label={t('segment.builder.operator')}
        value={filter.operator}
        options={operators.map((operator) => ({ value: operator, label: t(`segment.operators.${operator}`) }))}
        onChange={(operator) => onChange({ ...filter, operator, values: kept(operator, filter.values) })}
      />
      {!takesNone(filter.operator) && (
        <ValueEditor
          type={number && (filter.operator === 'atLeast' || filter.operator === 'atMost') ? 'number' : 'text'}
          many={takesMany(filter.operator)}
          suggestions={known?.suggestions ?? []}
          unit="times"
          values={filter.values}
          onChange={(values) => onChange({ ...filter, values })}
        />
      )}
      <Button type="text" size="small" icon={<CloseOutlined />} aria-label={t('behaviour.removeFilter')} onClick={() => onChange(null)} />
    </div>
  )
}

function kept(operator: PropertyFilter['operator'], values: string[]): string[] {
  if (takesNone(operator)) return []
  return takesMany(operator) ? values : values.slice(0, 1)
}

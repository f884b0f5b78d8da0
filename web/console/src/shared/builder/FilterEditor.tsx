import { CloseOutlined } from '@ant-design/icons'
import { Button, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import type { FilterDraft } from './filterDraft'
import { SoldSelect } from './SoldSelect'
import styles from './Builder.module.css'

/** One thing that orders, or lines in them, must meet to be looked at. */
export function FilterEditor({ filter, onChange }: { filter: FilterDraft; onChange: (next: FilterDraft | null) => void }) {
  const { t } = useTranslation()
  return (
    <div className={styles.filter} data-testid="order-filter">
      <Select
        style={{ width: 100 }}
        aria-label={t('segmentRow.filter.fact')}
        value={filter.fact}
        options={(['product', 'category', 'store', 'channel'] as const).map((value) => ({ value, label: t(`segmentRow.facts.${value}`) }))}
        onChange={(fact) => onChange({ ...filter, fact, values: [] })}
      />
      <Select
        style={{ width: 100 }}
        aria-label={t('segment.builder.operator')}
        value={filter.operator}
        options={(['in', 'notIn', 'contains'] as const).map((value) => ({ value, label: t(`segmentRow.factOperators.${value}`) }))}
        onChange={(operator) => onChange({ ...filter, operator })}
      />
      <SoldSelect fact={filter.fact} values={filter.values} onChange={(values) => onChange({ ...filter, values })} />
      <Button type="text" size="small" icon={<CloseOutlined />} aria-label={t('segmentRow.filter.remove')} onClick={() => onChange(null)} />
    </div>
  )
}

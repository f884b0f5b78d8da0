import { Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { tagOptions, useTags } from '@/shared/tags/useTags'
import type { TagDraft } from './draft'
import { RowFrame } from './RowFrame'

export function TagRow({ row, onChange }: { row: TagDraft; onChange: (next: TagDraft | null) => void }) {
  const { t } = useTranslation()
  const { groups } = useTags()
  return (
    <RowFrame row={row} onChange={onChange}>
      <Select
        style={{ width: 160 }}
        aria-label={t('segment.builder.operator')}
        value={row.operator}
        options={(['any', 'all', 'none'] as const).map((value) => ({ value, label: t(`segment.tagOperators.${value}`) }))}
        onChange={(operator) => onChange({ ...row, operator })}
      />
      <Select
        mode="multiple"
        showSearch={{ optionFilterProp: 'label' }}
        style={{ minWidth: 220, flex: 1 }}
        aria-label={t('segment.builder.tags')}
        placeholder={t('segment.builder.chooseTags')}
        value={row.tags}
        options={tagOptions(groups)}
        onChange={(tags) => onChange({ ...row, tags })}
      />
    </RowFrame>
  )
}

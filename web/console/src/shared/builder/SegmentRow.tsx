import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { listSegmentsOptions } from '@/client/@tanstack/react-query.gen'
import { useBrand } from '@/shared/brand/BrandContext'
import type { SegmentDraft } from './draft'
import { RowFrame } from './RowFrame'

export function SegmentRow({ row, onChange }: { row: SegmentDraft; onChange: (next: SegmentDraft | null) => void }) {
  const { t } = useTranslation()
  const { id: brand } = useBrand()
  const segments = useQuery({ ...listSegmentsOptions({ path: { brand } }), staleTime: 60_000 }).data ?? []
  return (
    <RowFrame row={row} onChange={onChange}>
      <span style={{ alignSelf: 'center' }}>{t('segment.builder.inSegment')}</span>
      <Select
        showSearch={{ optionFilterProp: 'label' }}
        style={{ minWidth: 220, flex: 1 }}
        aria-label={t('segment.builder.segment')}
        placeholder={t('segment.builder.chooseSegment')}
        value={row.segment}
        options={segments.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(segment) => onChange({ ...row, segment })}
      />
    </RowFrame>
  )
}

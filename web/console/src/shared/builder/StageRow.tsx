import { InputNumber, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { RowFrame } from './RowFrame'
import { A_YEAR, AIPL_STAGES, LIFECYCLE_STAGES, type AiplDraft, type LifecycleDraft } from './stageDraft'

export function LifecycleRow({ row, onChange }: { row: LifecycleDraft; onChange: (next: LifecycleDraft | null) => void }) {
  const { t } = useTranslation()
  return (
    <RowFrame row={row} onChange={onChange}>
      <Select
        mode="multiple"
        style={{ minWidth: 200, flex: 1 }}
        aria-label={t('segmentRow.lifecycle.stage')}
        placeholder={t('segmentRow.lifecycle.stage')}
        value={row.stages}
        options={LIFECYCLE_STAGES.map((value) => ({ value, label: t(`segmentRow.lifecycleStages.${value}`) }))}
        onChange={(stages) => onChange({ ...row, stages })}
      />
      <InputNumber
        style={{ width: 210 }}
        min={1}
        max={3650}
        precision={0}
        prefix={<span className="ww-muted">{t('segmentRow.lifecycle.cycle')}</span>}
        suffix={t('segment.builder.days')}
        placeholder={t('segmentRow.lifecycle.computed')}
        aria-label={t('segmentRow.lifecycle.cycle')}
        value={row.cycleDays}
        onChange={(cycleDays) => onChange({ ...row, cycleDays })}
      />
    </RowFrame>
  )
}

export function AiplRow({ row, onChange }: { row: AiplDraft; onChange: (next: AiplDraft | null) => void }) {
  const { t } = useTranslation()
  return (
    <RowFrame row={row} onChange={onChange}>
      <Select
        mode="multiple"
        style={{ minWidth: 200, flex: 1 }}
        aria-label={t('segmentRow.aipl.stage')}
        placeholder={t('segmentRow.aipl.stage')}
        value={row.stages}
        options={AIPL_STAGES.map((value) => ({ value, label: t(`segmentRow.aiplStages.${value}`) }))}
        onChange={(stages) => onChange({ ...row, stages })}
      />
      <InputNumber
        style={{ width: 170 }}
        min={1}
        max={7305}
        precision={0}
        prefix={<span className="ww-muted">{t('segment.windows.last')}</span>}
        suffix={t('segment.builder.days')}
        placeholder={String(A_YEAR)}
        aria-label={t('segment.builder.days')}
        value={row.days}
        onChange={(days) => onChange({ ...row, days })}
      />
    </RowFrame>
  )
}

import { Input, InputNumber } from 'antd'
import { useTranslation } from 'react-i18next'
import type { ShareDraft } from './draft'
import { RowFrame } from './RowFrame'

/** A share of all customers that never changes, such as a hold-out of a tenth. */
export function ShareRow({ row, onChange }: { row: ShareDraft; onChange: (next: ShareDraft | null) => void }) {
  const { t } = useTranslation()
  const bound = (which: 'from' | 'to') => (
    <InputNumber
      style={{ width: 100 }}
      min={0}
      max={100}
      step={5}
      precision={2}
      suffix="%"
      aria-label={t(`segment.builder.share.${which}`)}
      value={row[which]}
      onChange={(value) => onChange({ ...row, [which]: value })}
    />
  )
  return (
    <RowFrame row={row} onChange={onChange}>
      <span style={{ alignSelf: 'center' }}>{t('segment.builder.share.by')}</span>
      <Input
        style={{ width: 180 }}
        maxLength={100}
        aria-label={t('segment.builder.share.key')}
        placeholder={t('segment.builder.share.keyPlaceholder')}
        value={row.key}
        onChange={({ target }) => onChange({ ...row, key: target.value })}
      />
      {bound('from')}
      <span style={{ alignSelf: 'center' }}>–</span>
      {bound('to')}
    </RowFrame>
  )
}

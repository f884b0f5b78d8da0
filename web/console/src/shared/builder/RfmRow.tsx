import { InputNumber, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { useBrand } from '@/shared/brand/BrandContext'
import { currencySymbol, minorPerUnit } from '@/shared/format/money'
import { RowFrame } from './RowFrame'
import { LETTERS, MEASURED, startCuts, type Measured, type RfmDraft } from './stageDraft'
import styles from './Builder.module.css'

const SCORES = [1, 2, 3, 4, 5]

export function RfmRow({ row, onChange }: { row: RfmDraft; onChange: (next: RfmDraft | null) => void }) {
  const { t } = useTranslation()
  const { currency } = useBrand()
  return (
    <RowFrame row={row} onChange={onChange}>
      {LETTERS.map((letter) => (
        <Select
          key={letter}
          mode="multiple"
          style={{ minWidth: 130, flex: 1 }}
          aria-label={t(`segmentRow.rfm.${letter}`)}
          placeholder={t(`segmentRow.rfm.${letter}`)}
          prefix={<span className="ww-muted">{letter.toUpperCase()}</span>}
          value={row.scores[letter]}
          options={SCORES.map((value) => ({ value, label: String(value) }))}
          onChange={(scores) => onChange({ ...row, scores: { ...row.scores, [letter]: scores.toSorted() } })}
        />
      ))}
      <Select
        style={{ width: 170 }}
        aria-label={t('segmentRow.rfm.by')}
        value={row.cuts === null ? 'fifths' : 'own'}
        options={(['fifths', 'own'] as const).map((value) => ({ value, label: t(`segmentRow.rfm.${value}`) }))}
        onChange={(by) => onChange({ ...row, cuts: by === 'fifths' ? null : startCuts(minorPerUnit(currency)) })}
      />
      {row.cuts !== null &&
        MEASURED.map((measured) => (
          <Cuts key={measured} measured={measured} numbers={row.cuts?.[measured] ?? []} onChange={(numbers) => row.cuts && onChange({ ...row, cuts: { ...row.cuts, [measured]: numbers } })} />
        ))}
    </RowFrame>
  )
}

/** From where on a buyer scores 2, 3, 4 and 5. */
function Cuts({ measured, numbers, onChange }: { measured: Measured; numbers: (number | null)[]; onChange: (numbers: (number | null)[]) => void }) {
  const { t } = useTranslation()
  const { currency } = useBrand()
  const perUnit = measured === 'monetary' ? minorPerUnit(currency) : 1
  return (
    <div className={styles.filter}>
      <span className="ww-muted ww-small">{t(`segmentRow.rfm.cuts.${measured}`, { currency: currencySymbol(currency) })}</span>
      {numbers.map((number, index) => (
        <InputNumber
          key={index}
          size="small"
          style={{ width: 84 }}
          min={0}
          precision={perUnit === 1 ? 0 : undefined}
          prefix={<span className="ww-muted">{index + 2}</span>}
          aria-label={t('segmentRow.rfm.cut', { measure: t(`segmentRow.rfm.cuts.${measured}`, { currency: currencySymbol(currency) }), score: index + 2 })}
          value={number === null ? null : number / perUnit}
          onChange={(value) => onChange(numbers.map((one, at) => (at === index ? (value === null ? null : Math.round(value * perUnit)) : one)))}
        />
      ))}
    </div>
  )
}

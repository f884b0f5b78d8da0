import { Form, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { useBrand } from '@/shared/brand/BrandContext'
import { WEEKDAYS, WHENS, type WhenType } from '../../api/programme'
import { ChoiceItem, NumberItem } from './Item'

const FACTS = ['product', 'category', 'channel', 'store'] as const
const SPANS = ['day', 'week', 'month'] as const
const MONTH_DAYS = Array.from({ length: 31 }, (_, day) => ({ value: day + 1, label: String(day + 1) }))

/** One condition of a rule. */
export function WhenFields({ rule, at }: { rule: number; at: number }) {
  const { t } = useTranslation()
  const { currency } = useBrand()
  const form = Form.useFormInstance()
  const type = Form.useWatch(['earn', rule, 'when', at, 'type'], form) as WhenType | undefined
  const tiers = (Form.useWatch(['tiers', 'tiers'], form) ?? []) as ({ id?: string; name?: string } | undefined)[]
  const many = (field: string, label: string, options?: { value: string | number; label: string }[]) => (
    <Form.Item name={[at, field]} label={label}>
      <Select mode={options ? 'multiple' : 'tags'} open={options ? undefined : false} style={{ minWidth: 220 }} options={options} tokenSeparators={[',', ' ']} />
    </Form.Item>
  )
  return (
    <>
      <ChoiceItem name={[at, 'type']} label={t('programme.rule.when')} options={WHENS.map((value) => ({ value, label: t(`programme.rule.whens.${value}`) }))} />
      {type === 'sold' && (
        <>
          <ChoiceItem name={[at, 'fact']} label={t('programme.rule.whens.sold')} options={FACTS.map((value) => ({ value, label: t(`programme.rule.facts.${value}`) }))} />
          {many('values', t('programme.rule.values'))}
        </>
      )}
      {type === 'atLeast' && <NumberItem name={[at, 'amount']} label={t('programme.rule.whens.atLeast')} digits={2} suffix={currency} />}
      {type === 'tier' && many('tiers', t('programme.rule.whens.tier'), tiers.flatMap((tier) => (tier?.id ? [{ value: tier.id, label: tier.name || tier.id }] : [])))}
      {type === 'weekdays' && many('days', t('programme.rule.whens.weekdays'), WEEKDAYS.map((value) => ({ value, label: t(`programme.weekdays.${value}`) })))}
      {type === 'monthDays' && many('days', t('programme.rule.whens.monthDays'), MONTH_DAYS)}
      {type === 'birthday' && <ChoiceItem name={[at, 'span']} label={t('programme.rule.whens.birthday')} options={SPANS.map((value) => ({ value, label: t(`programme.rule.spans.${value}`) }))} />}
    </>
  )
}

import { Button, Form } from 'antd'
import { useTranslation } from 'react-i18next'
import { useBrand } from '@/shared/brand/BrandContext'
import { EmptyState } from '@/shared/components/EmptyState'
import { Panel } from '@/shared/components/Panel'
import { BenefitsList } from './BenefitsList'
import { ChoiceItem, NameItems, NumberItem } from './Item'

const REFUNDS = ['none', 'unusedDays', 'all'] as const

/** Memberships that are paid for. */
export function PlansSection() {
  const { t } = useTranslation()
  const { currency } = useBrand()
  const form = Form.useFormInstance()
  const tiers = (Form.useWatch(['tiers', 'tiers'], form) ?? []) as ({ id?: string; name?: string } | undefined)[]
  return (
    <Form.List name="plans">
      {(plans, { add, remove }) => (
        <div className="ww-stack">
          {plans.length === 0 && (
            <Panel>
              <EmptyState title={t('programme.plans.empty')} />
            </Panel>
          )}
          {plans.map(({ key, name }) => (
            <Panel key={key}>
              <div className="ww-row">
                <NameItems at={[name]} />
                <NumberItem name={[name, 'price']} label={t('programme.plans.price')} digits={2} suffix={currency} />
                <NumberItem name={[name, 'months']} label={t('programme.plans.months')} />
                <ChoiceItem
                  clearable
                  name={[name, 'tier']}
                  label={t('programme.plans.tier')}
                  options={tiers.flatMap((tier) => (tier?.id ? [{ value: tier.id, label: tier.name || tier.id }] : []))}
                />
                <ChoiceItem name={[name, 'refund']} label={t('programme.plans.refund')} options={REFUNDS.map((value) => ({ value, label: t(`programme.plans.refunds.${value}`) }))} />
                <Button danger type="text" onClick={() => remove(name)}>
                  {t('programme.remove')}
                </Button>
              </div>
              <BenefitsList at={[name, 'benefits']} root={['plans']} />
            </Panel>
          ))}
          <div>
            <Button onClick={() => add({ id: '', name: '', tier: null, price: 0, months: 12, refund: 'unusedDays', benefits: [] })}>{t('programme.add.plan')}</Button>
          </div>
        </div>
      )}
    </Form.List>
  )
}

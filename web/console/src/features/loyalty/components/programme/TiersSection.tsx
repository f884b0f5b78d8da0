import { Button, Checkbox, Form } from 'antd'
import { useTranslation } from 'react-i18next'
import { useBrand } from '@/shared/brand/BrandContext'
import { Panel } from '@/shared/components/Panel'
import { BenefitsList } from './BenefitsList'
import { ChoiceItem, NameItems, NumberItem } from './Item'

const BASES = ['spend', 'orders', 'growth'] as const
const PERIODS = ['rolling', 'calendar'] as const
const DOWNGRADES = ['oneStep', 'toReached'] as const
const REFUNDS = ['atReview', 'atOnce'] as const

/** How tiers are reached and kept, and what each gives. */
export function TiersSection() {
  const { t } = useTranslation()
  const { currency } = useBrand()
  const form = Form.useFormInstance()
  const tiered = Form.useWatch('tiered', form) as boolean | undefined
  const basis = Form.useWatch(['tiers', 'basis'], form) as string | undefined
  const period = Form.useWatch(['tiers', 'period', 'type'], form) as string | undefined
  return (
    <div className="ww-stack">
      <Panel>
        <Form.Item name="tiered" valuePropName="checked">
          <Checkbox>{t('programme.tiers.has')}</Checkbox>
        </Form.Item>
        {tiered && (
          <div className="ww-row">
            <ChoiceItem name={['tiers', 'basis']} label={t('programme.tiers.basis')} options={BASES.map((value) => ({ value, label: t(`programme.tiers.bases.${value}`) }))} />
            <ChoiceItem name={['tiers', 'period', 'type']} label={t('programme.tiers.period')} options={PERIODS.map((value) => ({ value, label: t(`programme.tiers.periods.${value}`) }))} />
            {period === 'calendar' ? (
              <NumberItem name={['tiers', 'period', 'firstMonth']} label={t('programme.tiers.firstMonth')} />
            ) : (
              <NumberItem name={['tiers', 'period', 'months']} label={t('programme.tiers.months')} />
            )}
            <ChoiceItem name={['tiers', 'downgrade']} label={t('programme.tiers.downgrade')} options={DOWNGRADES.map((value) => ({ value, label: t(`programme.tiers.downgrades.${value}`) }))} />
            <NumberItem name={['tiers', 'graceDays']} label={t('programme.tiers.graceDays')} hint={t('programme.tiers.graceHint')} />
            <ChoiceItem name={['tiers', 'onRefund']} label={t('programme.tiers.onRefund')} options={REFUNDS.map((value) => ({ value, label: t(`programme.tiers.onRefunds.${value}`) }))} />
          </div>
        )}
      </Panel>
      {tiered && (
        <Form.List name={['tiers', 'tiers']}>
          {(tiers, { add, remove }) => (
            <>
              {tiers.map(({ key, name }) => (
                <Panel key={key}>
                  <div className="ww-row">
                    <NameItems at={[name]} />
                    <NumberItem
                      name={[name, 'threshold']}
                      label={t('programme.tiers.threshold')}
                      hint={name === 0 ? t('programme.tiers.thresholdHint') : undefined}
                      digits={basis === 'spend' ? 2 : 0}
                      suffix={basis === 'spend' ? currency : undefined}
                    />
                    <Button danger type="text" onClick={() => remove(name)}>
                      {t('programme.remove')}
                    </Button>
                  </div>
                  <BenefitsList at={[name, 'benefits']} root={['tiers', 'tiers']} />
                </Panel>
              ))}
              <div>
                <Button onClick={() => add({ id: '', name: '', threshold: null, benefits: [] })}>{t('programme.add.tier')}</Button>
              </div>
            </>
          )}
        </Form.List>
      )}
    </div>
  )
}

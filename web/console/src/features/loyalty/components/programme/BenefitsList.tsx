import { Button, Form } from 'antd'
import { useTranslation } from 'react-i18next'
import { useBrand } from '@/shared/brand/BrandContext'
import { ChoiceItem, NumberItem, TextItem } from './Item'

const EVERY = ['once', 'month', 'year'] as const

/** What is given beside points, with its cost. */
export function BenefitsList({ at }: { at: (string | number)[] }) {
  const { t } = useTranslation()
  const { currency } = useBrand()
  return (
    <Form.List name={at}>
      {(benefits, { add, remove }) => (
        <>
          {benefits.map(({ key, name }) => (
            <div key={key} className="ww-row">
              <TextItem name={[name, 'name']} label={t('programme.tiers.benefits')} most={60} />
              <NumberItem name={[name, 'cost']} label={t('programme.tiers.cost')} digits={2} suffix={currency} />
              <ChoiceItem name={[name, 'every']} label={t('programme.tiers.every')} options={EVERY.map((value) => ({ value, label: t(`programme.tiers.everys.${value}`) }))} />
              <Button danger type="text" onClick={() => remove(name)}>
                {t('programme.remove')}
              </Button>
            </div>
          ))}
          <Button size="small" onClick={() => add({ name: '', cost: 0, every: 'once' })}>
            {t('programme.add.benefit')}
          </Button>
        </>
      )}
    </Form.List>
  )
}

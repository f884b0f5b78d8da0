import { Button, Form } from 'antd'
import { useTranslation } from 'react-i18next'
import { useBrand } from '@/shared/brand/BrandContext'
import { RewardFields } from '../play/RewardFields'
import { ChoiceItem, NumberItem, TextItem } from './Item'

const EVERY = ['once', 'again', 'month', 'year', 'birthday', 'memberDay'] as const

interface Props {
  /** Where the benefits stand within the list they belong to. */
  at: (string | number)[]
  /** Where that list stands in the form. */
  root: (string | number)[]
}

/** What is given beside points, with its cost: words alone, or something that is handed out on its day. */
export function BenefitsList({ at, root }: Props) {
  const { t } = useTranslation()
  return (
    <Form.List name={at}>
      {(benefits, { add, remove }) => (
        <>
          {benefits.map(({ key, name }) => (
            <BenefitRow key={key} name={name} at={[...root, ...at, name]} onRemove={() => remove(name)} />
          ))}
          <Button size="small" onClick={() => add({ name: '', cost: 0, every: 'once', id: '', day: null, daysBefore: 0, gives: { type: 'none' } })}>
            {t('programme.add.benefit')}
          </Button>
        </>
      )}
    </Form.List>
  )
}

function BenefitRow({ name, at, onRemove }: { name: number; at: (string | number)[]; onRemove: () => void }) {
  const { t } = useTranslation()
  const { currency } = useBrand()
  const every = Form.useWatch([...at, 'every']) as string | undefined
  const gives = Form.useWatch([...at, 'gives', 'type']) as string | undefined
  const giving = gives !== undefined && gives !== 'none'
  return (
    <div className="ww-row">
      <TextItem name={[name, 'name']} label={t('programme.tiers.benefits')} most={60} />
      <NumberItem name={[name, 'cost']} label={t('programme.tiers.cost')} digits={2} suffix={currency} />
      <ChoiceItem name={[name, 'every']} label={t('programme.tiers.every')} options={EVERY.map((value) => ({ value, label: t(`benefit.every.${value}`) }))} />
      {every === 'memberDay' && <NumberItem name={[name, 'day']} label={t('benefit.day')} hint={t('benefit.dayHint')} />}
      {every === 'birthday' && <NumberItem name={[name, 'daysBefore']} label={t('play.calendar.daysBefore')} />}
      <RewardFields optional name={[name, 'gives']} at={[...at, 'gives']} />
      {giving && <TextItem name={[name, 'id']} label={t('programme.id')} hint={t('benefit.idHint')} />}
      <Button danger type="text" onClick={onRemove}>
        {t('programme.remove')}
      </Button>
    </div>
  )
}

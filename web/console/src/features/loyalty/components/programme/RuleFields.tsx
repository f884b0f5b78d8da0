import { useQuery } from '@tanstack/react-query'
import { Button, Form, Switch } from 'antd'
import { useTranslation } from 'react-i18next'
import { listSegmentsOptions } from '@/client/@tanstack/react-query.gen'
import { useBrand } from '@/shared/brand/BrandContext'
import { GRANTS } from '../../api/programme'
import { DayInput } from '../fields'
import { CapsItems } from './CapsItems'
import { EventPick } from './EventPick'
import { ChoiceItem, NameItems, NumberItem, TextItem } from './Item'
import { WhenFields } from './WhenFields'

/** One rule: what it gives, when, for whom, how much at most. */
export function RuleFields({ at }: { at: number }) {
  const { t } = useTranslation()
  const { id: brand, currency } = useBrand()
  const form = Form.useFormInstance()
  const grant = Form.useWatch(['earn', at, 'grant', 'type'], form) as string | undefined
  const segments = useQuery(listSegmentsOptions({ path: { brand } })).data ?? []
  return (
    <>
      <div className="ww-row">
        <NameItems at={[at]} />
        <ChoiceItem name={[at, 'grant', 'type']} label={t('programme.rule.grant')} options={GRANTS.map((value) => ({ value, label: t(`programme.rule.grants.${value}`) }))} />
      </div>
      <div className="ww-row">
        {grant === 'event' && (
          <>
            <Form.Item name={[at, 'grant', 'event']} label={t('programme.rule.event')}>
              <EventPick />
            </Form.Item>
            <Form.Item name={[at, 'grant', 'fromPages']} label={t('programme.rule.fromPages')} extra={t('programme.rule.fromPagesHint')} valuePropName="checked" style={{ maxWidth: 360 }}>
              <Switch />
            </Form.Item>
          </>
        )}
        {grant === 'perAmount' && <NumberItem name={[at, 'grant', 'amount']} label={t('programme.rule.amount')} digits={2} suffix={currency} />}
        {grant === 'multiply' ? (
          <NumberItem name={[at, 'grant', 'factor']} label={t('programme.rule.factor')} digits={2} />
        ) : (
          <NumberItem name={[at, 'grant', 'points']} label={t('programme.rule.points')} />
        )}
      </div>
      <Form.List name={[at, 'when']}>
        {(whens, { add, remove }) => (
          <>
            <p>{t('programme.rule.when')}</p>
            {whens.map(({ key, name }) => (
              <div key={key} className="ww-row">
                <WhenFields rule={at} at={name} />
                <Button danger type="text" onClick={() => remove(name)}>
                  {t('programme.remove')}
                </Button>
              </div>
            ))}
            <p>
              <Button size="small" onClick={() => add({ type: 'sold', fact: 'category', values: [] })}>
                {t('programme.add.when')}
              </Button>
            </p>
          </>
        )}
      </Form.List>
      <div className="ww-row">
        <ChoiceItem clearable name={[at, 'segment']} label={t('programme.rule.segment')} options={segments.map(({ id, name }) => ({ value: id, label: name }))} />
        <TextItem name={[at, 'group']} label={t('programme.rule.group')} hint={t('programme.rule.groupHint')} />
        <Form.Item name={[at, 'from']} label={t('programme.rule.from')}>
          <DayInput />
        </Form.Item>
        <Form.Item name={[at, 'until']} label={t('programme.rule.until')}>
          <DayInput />
        </Form.Item>
      </div>
      <CapsItems at={[at, 'caps']} />
    </>
  )
}

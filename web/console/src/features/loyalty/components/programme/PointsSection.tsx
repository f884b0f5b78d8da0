import { Form } from 'antd'
import { useTranslation } from 'react-i18next'
import { Panel } from '@/shared/components/Panel'
import { CapsItems } from './CapsItems'
import { ChoiceItem, NumberItem } from './Item'

const STACKINGS = ['add', 'best', 'multiply'] as const
const ROUNDINGS = ['down', 'nearest', 'up'] as const
const DEBTS = ['othersThenDebt', 'debt', 'othersThenForgive', 'forgive'] as const
const EXPIRIES = ['never', 'afterMonths', 'dayOfYear'] as const

/** How points are made of fractions, how long they last, and the most there may be. */
export function PointsSection() {
  const { t } = useTranslation()
  const form = Form.useFormInstance()
  const expiry = Form.useWatch(['points', 'expiry', 'type'], form) as string | undefined
  const at = (field: string) => ['points', 'expiry', field]
  return (
    <div className="ww-stack">
      <Panel>
        <div className="ww-row">
          <ChoiceItem name={['stacking']} label={t('programme.points.stacking')} options={STACKINGS.map((value) => ({ value, label: t(`programme.points.stackings.${value}`) }))} />
          <ChoiceItem name={['rounding']} label={t('programme.points.rounding')} options={ROUNDINGS.map((value) => ({ value, label: t(`programme.points.roundings.${value}`) }))} />
        </div>
        <div className="ww-row">
          <NumberItem name={['points', 'pendingDays']} label={t('programme.points.pendingDays')} hint={t('programme.points.pendingHint')} />
          <NumberItem name={['points', 'beforeJoining']} label={t('programme.points.beforeJoining')} />
        </div>
        <div className="ww-row">
          <ChoiceItem name={at('type')} label={t('programme.points.expiry')} options={EXPIRIES.map((value) => ({ value, label: t(`programme.points.expiries.${value}`) }))} />
          {expiry === 'afterMonths' && <NumberItem name={at('months')} label={t('programme.points.months')} />}
          {expiry === 'dayOfYear' && (
            <>
              <NumberItem name={at('month')} label={t('programme.points.month')} />
              <NumberItem name={at('day')} label={t('programme.points.day')} />
              <NumberItem name={at('years')} label={t('programme.points.years')} />
            </>
          )}
        </div>
        <ChoiceItem name={['points', 'debt']} label={t('programme.points.debt')} options={DEBTS.map((value) => ({ value, label: t(`programme.points.debts.${value}`) }))} />
      </Panel>
      <Panel title={t('programme.caps.title')} note={t('programme.caps.note')}>
        <CapsItems at={['caps']} />
      </Panel>
    </div>
  )
}

import { Form, InputNumber } from 'antd'
import { useTranslation } from 'react-i18next'
import { MoneyInput } from './fields'

/** How many there may be and what all may cost. */
export function LimitFields() {
  const { t } = useTranslation()
  return (
    <>
      <p className="ww-muted">{t('coupon.form.limitsHint')}</p>
      <div className="ww-row">
        <Form.Item name="stock" label={t('coupon.form.stock')}>
          <InputNumber precision={0} style={{ width: 180 }} />
        </Form.Item>
        <Form.Item name="budget" label={t('coupon.form.budget')}>
          <MoneyInput />
        </Form.Item>
        <Form.Item name="perCustomer" label={t('coupon.form.perCustomer')}>
          <InputNumber precision={0} style={{ width: 180 }} />
        </Form.Item>
      </div>
      <p className="ww-muted ww-small">{t('coupon.form.budgetHint')}</p>
    </>
  )
}

import { Form, Input, InputNumber, Segmented } from 'antd'
import { useTranslation } from 'react-i18next'
import { KINDS, type Kind } from '../api/couponForm'
import { MoneyInput } from './fields'

const at = (field: string) => ['terms', 'benefit', field]

/** What a coupon is good for, each kind with its own fields. */
export function BenefitFields() {
  const { t } = useTranslation()
  const form = Form.useFormInstance()
  const kind = Form.useWatch(at('kind'), form) as Kind | undefined
  const required = [{ required: true, message: t('common.required') }]
  return (
    <>
      <Form.Item name={at('kind')} label={t('coupon.form.kind')}>
        <Segmented options={KINDS.map((value) => ({ value, label: t(`coupon.kinds.${value}`) }))} />
      </Form.Item>
      {kind === 'amount' && (
        <Form.Item name={at('off')} label={t('coupon.form.off')} rules={required}>
          <MoneyInput />
        </Form.Item>
      )}
      {kind === 'percent' && (
        <div className="ww-row">
          <Form.Item name={at('percent')} label={t('coupon.form.percent')} extra={t('coupon.form.percentHint')} rules={required}>
            <InputNumber precision={0} suffix="%" style={{ width: 180 }} />
          </Form.Item>
          <Form.Item name={at('mostOff')} label={t('coupon.form.mostOff')} extra={t('coupon.form.mostOffHint')}>
            <MoneyInput />
          </Form.Item>
        </div>
      )}
      {(kind === 'gift' || kind === 'exchange') && (
        <div className="ww-row">
          <Form.Item name={at('product')} label={t('coupon.form.product')} rules={[{ required: true, whitespace: true, message: t('common.required') }]}>
            <Input maxLength={200} style={{ width: 240 }} />
          </Form.Item>
          {kind === 'exchange' && (
            <Form.Item name={at('price')} label={t('coupon.form.price')} rules={required}>
              <MoneyInput />
            </Form.Item>
          )}
          <Form.Item name={at('cost')} label={t('coupon.form.cost')} extra={t('coupon.form.costHint')} rules={required}>
            <MoneyInput />
          </Form.Item>
        </div>
      )}
      {kind === 'shipping' && (
        <Form.Item name={at('mostOff')} label={t('coupon.form.shippingOff')} rules={required}>
          <MoneyInput />
        </Form.Item>
      )}
    </>
  )
}

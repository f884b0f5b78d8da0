import { Checkbox, Form, InputNumber, Radio, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { SCOPES } from '../api/couponForm'

const RETURNS = ['back', 'reissue', 'lost'] as const

/** For which goods and where; an empty list does not limit. */
export function ScopeFields() {
  const { t } = useTranslation()
  return (
    <div className="ww-split">
      {SCOPES.map((part) => (
        <Form.Item key={part} name={['terms', 'scope', part]} label={t(`coupon.form.${part}`)}>
          <Select mode="tags" open={false} suffixIcon={null} tokenSeparators={[',', ' ', '\n']} maxTagTextLength={24} />
        </Form.Item>
      ))}
    </div>
  )
}

/** What stands beside it, what a return does, and whether it may be handed on. */
export function RuleFields() {
  const { t } = useTranslation()
  const form = Form.useFormInstance()
  const exclusive = Form.useWatch(['terms', 'stacking', 'exclusive'], form) as boolean | undefined
  return (
    <>
      <Form.Item name={['terms', 'stacking', 'exclusive']} valuePropName="checked">
        <Checkbox>{t('coupon.form.exclusive')}</Checkbox>
      </Form.Item>
      {exclusive === false && (
        <>
          <Form.Item name={['terms', 'stacking', 'otherKinds']} valuePropName="checked">
            <Checkbox>{t('coupon.form.otherKinds')}</Checkbox>
          </Form.Item>
          <Form.Item name={['terms', 'stacking', 'mostPerOrder']} label={t('coupon.form.mostPerOrder')} rules={[{ required: true, message: t('common.required') }]}>
            <InputNumber precision={0} style={{ width: 180 }} />
          </Form.Item>
        </>
      )}
      <Form.Item name={['terms', 'onReturn']} label={t('coupon.form.onReturn')}>
        <Radio.Group
          style={{ display: 'flex', flexDirection: 'column', gap: 8 }}
          options={RETURNS.map((value) => ({ value, label: t(`coupon.onReturn.${value}`) }))}
        />
      </Form.Item>
      <Form.Item name={['terms', 'handOn']} valuePropName="checked">
        <Checkbox>{t('coupon.form.handOn')}</Checkbox>
      </Form.Item>
      <Form.Item name={['terms', 'remindDays']} label={t('coupon.form.remindDays')} extra={t('coupon.form.remindHint')}>
        <InputNumber precision={0} style={{ width: 180 }} />
      </Form.Item>
    </>
  )
}

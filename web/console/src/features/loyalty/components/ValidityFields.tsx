import { Form, InputNumber, Radio, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { WEEKDAYS } from '../api/couponForm'
import { DayInput, HourInput, MoneyInput } from './fields'

const at = (field: string) => ['terms', 'validity', field]

/** From how much on, and when. */
export function ValidityFields() {
  const { t } = useTranslation()
  const form = Form.useFormInstance()
  const dated = Form.useWatch('dated', form) as boolean | undefined
  const required = [{ required: true, message: t('common.required') }]
  return (
    <>
      <div className="ww-row">
        <Form.Item name={['terms', 'threshold', 'spend']} label={t('coupon.form.spend')} extra={t('coupon.form.zeroHint')} rules={required}>
          <MoneyInput />
        </Form.Item>
        <Form.Item name={['terms', 'threshold', 'pieces']} label={t('coupon.form.pieces')} extra={t('coupon.form.zeroHint')} rules={required}>
          <InputNumber precision={0} style={{ width: 180 }} />
        </Form.Item>
      </div>
      <Form.Item name="dated" label={t('coupon.form.validity')}>
        <Radio.Group
          options={[
            { value: false, label: t('coupon.form.validities.days') },
            { value: true, label: t('coupon.form.validities.dates') },
          ]}
        />
      </Form.Item>
      {dated ? (
        <div className="ww-row">
          <Form.Item name={at('from')} label={t('coupon.form.from')}>
            <DayInput />
          </Form.Item>
          <Form.Item name={at('until')} label={t('coupon.form.until')}>
            <DayInput />
          </Form.Item>
        </div>
      ) : (
        <div className="ww-row">
          <Form.Item name={at('days')} label={t('coupon.form.days')} extra={t('coupon.form.daysHint')} rules={required}>
            <InputNumber precision={0} style={{ width: 180 }} />
          </Form.Item>
          <Form.Item name={at('afterDays')} label={t('coupon.form.afterDays')}>
            <InputNumber precision={0} style={{ width: 180 }} />
          </Form.Item>
        </div>
      )}
      <div className="ww-row">
        <Form.Item name={at('weekdays')} label={t('coupon.form.weekdays')} extra={t('coupon.form.weekdaysHint')}>
          <Select mode="multiple" style={{ width: 300 }} options={WEEKDAYS.map((value) => ({ value, label: t(`coupon.weekdays.${value}`) }))} />
        </Form.Item>
        <Form.Item name={at('hoursFrom')} label={t('coupon.form.hoursFrom')}>
          <HourInput />
        </Form.Item>
        <Form.Item name={at('hoursUntil')} label={t('coupon.form.hoursUntil')}>
          <HourInput />
        </Form.Item>
      </div>
    </>
  )
}

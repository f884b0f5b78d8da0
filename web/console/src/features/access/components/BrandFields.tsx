import { Form, Input, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '@/shared/hooks/useLanguage'

const CURRENCIES = ['CNY', 'GBP', 'EUR', 'USD', 'HKD', 'TWD', 'JPY', 'SGD']

/** Name, currency and time zone: what a brand is besides its key. */
export function BrandFields() {
  const { t } = useTranslation()
  const language = useLanguage()
  const names = new Intl.DisplayNames([language], { type: 'currency' })
  const zones = ['Asia/Shanghai', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'Asia/Shanghai')]
  return (
    <>
      <Form.Item name="name" label={t('access.brand.name')} rules={[{ required: true, message: t('access.password.missing') }]}>
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item name="currency" label={t('access.brand.currency')} rules={[{ required: true }]}>
        <Select showSearch options={CURRENCIES.map((code) => ({ value: code, label: `${code} ${names.of(code)}` }))} />
      </Form.Item>
      <Form.Item name="timeZone" label={t('access.brand.timeZone')} rules={[{ required: true }]}>
        <Select showSearch options={zones.map((zone) => ({ value: zone, label: zone }))} />
      </Form.Item>
    </>
  )
}

import { Form, Input, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import type { DeskStores } from '@/client'

/** Which store the phone is in: one of the guide's own, or any for who may work everywhere. */
export function DeskStoreField({ desk: { everywhere, stores } }: { desk: DeskStores }) {
  const { t } = useTranslation()
  if (everywhere) {
    return (
      <Form.Item name="store" label={t('coupon.desk.store')} extra={t('coupon.desk.storeHint')} rules={[{ required: true, whitespace: true, message: t('common.required') }]}>
        <Input autoComplete="off" maxLength={100} />
      </Form.Item>
    )
  }
  return (
    <Form.Item
      name="store"
      label={t('coupon.desk.yourStore')}
      rules={[
        { required: true, message: t('common.required') },
        { type: 'enum', enum: stores.map(({ code }) => code), message: t('coupon.desk.storeGone') },
      ]}
    >
      <Select
        showSearch={{ optionFilterProp: 'label' }}
        placeholder={t('coupon.desk.storeChoose')}
        options={stores.map(({ code, name }) => ({ value: code, label: name === code ? code : `${name} · ${code}` }))}
      />
    </Form.Item>
  )
}

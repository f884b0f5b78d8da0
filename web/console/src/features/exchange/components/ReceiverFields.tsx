import { Checkbox, Form, Select } from 'antd'
import { useTranslation } from 'react-i18next'

const STANDARD = [
  'Order Completed',
  'Order Refunded',
  'Identified',
  'Friend Added',
  'Friend Removed',
  'Consent Granted',
  'Consent Withdrawn',
  'Message Sent',
  'Message Delivered',
  'Message Failed',
  'Link Clicked',
]

/** What a receiver gets: which events, with or without personal data, and from when on. */
export function ReceiverFields({ isNew }: { isNew: boolean }) {
  const { t } = useTranslation()
  return (
    <>
      <Form.Item name="events" label={t('exchange.events')} extra={t('exchange.eventsHint')}>
        <Select mode="tags" placeholder={t('exchange.eventsPlaceholder')} options={STANDARD.map((value) => ({ value, label: value }))} />
      </Form.Item>
      <Form.Item name="personalData" valuePropName="checked" extra={t('exchange.personalDataHint')}>
        <Checkbox>{t('exchange.personalData')}</Checkbox>
      </Form.Item>
      {isNew && (
        <Form.Item name="fromBeginning" valuePropName="checked">
          <Checkbox>{t('exchange.fromBeginning')}</Checkbox>
        </Form.Item>
      )}
    </>
  )
}

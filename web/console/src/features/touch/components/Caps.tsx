import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Form, InputNumber, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { useChannelChoices } from '../api/useChannelChoices'

/** Further caps of the policy, by channel and purpose. */
export function Caps() {
  const { t } = useTranslation()
  const channels = useChannelChoices()
  const purposes = (['marketing', 'service'] as const).map((value) => ({ value, label: t(`touch.form.purposes.${value}`) }))
  const missing = { required: true, message: t('touch.policy.missing') }
  return (
    <Form.Item label={t('touch.policy.caps')} extra={t('touch.policy.capsHint')}>
      <Form.List name="caps">
        {(fields, { add, remove }) => (
          <>
            {fields.map(({ key, name }) => (
              <div className="ww-row" key={key} style={{ marginBottom: 8, flexWrap: 'wrap' }}>
                <Form.Item name={[name, 'channel']} noStyle>
                  <Select allowClear aria-label={t('touch.policy.capChannel')} placeholder={t('touch.policy.anyChannel')} options={channels} style={{ width: 150 }} />
                </Form.Item>
                <Form.Item name={[name, 'purpose']} noStyle>
                  <Select allowClear aria-label={t('touch.policy.capPurpose')} placeholder={t('touch.policy.anyPurpose')} options={purposes} style={{ width: 130 }} />
                </Form.Item>
                <Form.Item name={[name, 'most']} noStyle rules={[missing]}>
                  <InputNumber min={1} max={1000} precision={0} aria-label={t('touch.policy.capMost')} suffix={t('touch.policy.capUnit')} style={{ width: 150 }} />
                </Form.Item>
                {t('touch.policy.capIn')}
                <Form.Item name={[name, 'days']} noStyle rules={[missing]}>
                  <InputNumber min={1} max={365} precision={0} aria-label={t('touch.policy.capDays')} suffix={t('touch.policy.capDays')} style={{ width: 120 }} />
                </Form.Item>
                <Button type="text" icon={<DeleteOutlined />} aria-label={t('touch.policy.removeCap', { n: name + 1 })} onClick={() => remove(name)} />
              </div>
            ))}
            <Button icon={<PlusOutlined />} onClick={() => add({ channel: null, purpose: 'marketing', most: 2, days: 30 })}>
              {t('touch.policy.addCap')}
            </Button>
          </>
        )}
      </Form.List>
    </Form.Item>
  )
}

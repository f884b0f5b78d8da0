import { Checkbox, Form, Input, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import type { KafkaConnection } from '@/client'

const MECHANISMS: KafkaConnection['mechanism'][] = ['none', 'plain', 'scram-sha-256', 'scram-sha-512']

/** Where a Kafka cluster is and how one gets in; for a form that has a `connection` and a `topic`. */
export function ConnectionFields() {
  const { t } = useTranslation()
  const form = Form.useFormInstance()
  const tls = Form.useWatch(['connection', 'tls'], form) as boolean | undefined
  const mechanism = Form.useWatch(['connection', 'mechanism'], form) as string | undefined
  const missing = { required: true, whitespace: true, message: t('exchange.topics.missing') }
  return (
    <>
      <Form.Item name={['connection', 'servers']} label={t('exchange.topics.servers')} extra={t('exchange.topics.serversHint')} rules={[missing]}>
        <Input autoComplete="off" placeholder="kafka-1:9092,kafka-2:9092" />
      </Form.Item>
      <Form.Item name="topic" label={t('exchange.topics.topic')} rules={[missing]}>
        <Input autoComplete="off" />
      </Form.Item>
      <Form.Item name={['connection', 'tls']} valuePropName="checked">
        <Checkbox>{t('exchange.topics.tls')}</Checkbox>
      </Form.Item>
      {tls && (
        <Form.Item name={['connection', 'authority']} label={t('exchange.topics.authority')} extra={t('exchange.topics.authorityHint')}>
          <Input.TextArea rows={3} placeholder="-----BEGIN CERTIFICATE-----" />
        </Form.Item>
      )}
      <Form.Item name={['connection', 'mechanism']} label={t('exchange.topics.mechanism')}>
        <Select options={MECHANISMS.map((value) => ({ value, label: t(`exchange.topics.mechanisms.${value}`) }))} />
      </Form.Item>
      {mechanism && mechanism !== 'none' && (
        <>
          <Form.Item name={['connection', 'username']} label={t('exchange.topics.username')} rules={[missing]}>
            <Input autoComplete="off" />
          </Form.Item>
          <Form.Item name={['connection', 'password']} label={t('exchange.topics.password')} extra={t('exchange.topics.passwordHint')}>
            <Input.Password autoComplete="new-password" visibilityToggle={false} />
          </Form.Item>
        </>
      )}
    </>
  )
}

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Form, Input, InputNumber, Segmented } from 'antd'
import { useTranslation } from 'react-i18next'
import { updateSmsSettings, type SmsSettings, type SmsSettingsWritable } from '@/client'
import { getSmsSettingsOptions, getSmsSettingsQueryKey } from '@/client/@tanstack/react-query.gen'
import { problemOf } from '@/shared/api/problem'
import { useBrand } from '@/shared/brand/BrandContext'
import { CopyBox } from '@/shared/components/CopyBox'
import { Loaded } from '@/shared/components/Loaded'
import { PageHeader } from '@/shared/components/PageHeader'
import { Panel } from '@/shared/components/Panel'
import { useFieldFaults } from '@/shared/hooks/useFieldFaults'
import { useFormat } from '@/shared/hooks/useFormat'
import { useReport } from '@/shared/hooks/useReport'

/** What carriers expect a message to end in (拒收请回复R): sent to phones, so the same in either language of the page. */
const OPT_OUT = '\u62d2\u6536\u8bf7\u56de\u590dR'

const BLANK: SmsSettings = { provider: 'file', url: null, key: null, signature: '', optOut: OPT_OUT, price: 4.5, callback: null }

export function SmsPage() {
  const { t } = useTranslation()
  const { id: brand } = useBrand()
  const format = useFormat()
  const settings = useQuery(getSmsSettingsOptions({ path: { brand } }))
  // A brand without a provider is an empty form, not an error.
  const unset = !settings.data && problemOf(settings.error).code === 'sms-not-configured'
  return (
    <>
      <PageHeader
        title={t('touch.sms.title')}
        headline={
          unset
            ? t('touch.sms.headlineOff')
            : settings.data &&
              t('touch.sms.headlineOn', { signature: settings.data.signature, price: format.decimal(settings.data.price, 2) })
        }
      />
      <Panel>
        {unset ? <Settings settings={BLANK} /> : <Loaded query={settings}>{(data) => <Settings settings={data} />}</Loaded>}
      </Panel>
    </>
  )
}

function Settings({ settings }: { settings: SmsSettings }) {
  const { t } = useTranslation()
  const { id: brand, name } = useBrand()
  const report = useReport()
  const queries = useQueryClient()
  const [form] = Form.useForm<SmsSettingsWritable>()
  const provider = Form.useWatch('provider', form) ?? settings.provider
  const signature = Form.useWatch('signature', form) || name
  const save = useMutation({
    mutationFn: ({ url, key, secret, ...rest }: SmsSettingsWritable) =>
      updateSmsSettings({ path: { brand }, body: { ...rest, url: url || null, key: key || null, secret: secret || null } }),
    onSuccess: ({ data }) => {
      queries.setQueryData(getSmsSettingsQueryKey({ path: { brand } }), data)
      form.resetFields(['secret'])
      report.done(t('common.saved'))
    },
    onError: useFieldFaults(form),
  })
  const missing = { required: true, message: t('touch.form.missing') }
  return (
    <Form<SmsSettingsWritable> form={form} layout="vertical" style={{ maxWidth: 520 }} initialValues={settings} onFinish={(all) => save.mutate(all)}>
      <Form.Item name="provider" label={t('touch.sms.provider')} extra={provider === 'file' && t('touch.sms.providerHint')}>
        <Segmented options={(['http', 'file'] as const).map((value) => ({ value, label: t(`touch.sms.providers.${value}`) }))} />
      </Form.Item>
      {provider === 'http' && (
        <>
          <Form.Item name="url" label={t('touch.sms.url')} rules={[missing]}>
            <Input type="url" placeholder="https://" autoComplete="off" />
          </Form.Item>
          <Form.Item name="key" label={t('touch.sms.key')} rules={[missing]}>
            <Input autoComplete="off" />
          </Form.Item>
          <Form.Item name="secret" label={t('touch.sms.secret')} extra={t('touch.sms.secretHint')}>
            <Input.Password autoComplete="new-password" visibilityToggle={false} />
          </Form.Item>
        </>
      )}
      <Form.Item name="signature" label={t('touch.sms.signature')} extra={t('touch.sms.signatureHint', { signature })} rules={[missing]}>
        <Input maxLength={20} autoComplete="off" />
      </Form.Item>
      <Form.Item name="optOut" label={t('touch.sms.optOut')} extra={t('touch.sms.optOutHint')}>
        <Input maxLength={20} autoComplete="off" />
      </Form.Item>
      <Form.Item name="price" label={t('touch.sms.price')} extra={t('touch.sms.priceHint')} rules={[missing]}>
        <InputNumber min={0} max={100_000} step={0.1} />
      </Form.Item>
      {provider === 'http' && settings.callback && (
        <Form.Item label={t('touch.sms.callback')} extra={t('touch.sms.callbackHint')}>
          <CopyBox text={settings.callback} label={t('touch.sms.callback')} testId="sms-callback" />
        </Form.Item>
      )}
      <Button type="primary" htmlType="submit" loading={save.isPending}>
        {t('common.save')}
      </Button>
    </Form>
  )
}

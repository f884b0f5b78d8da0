import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Form, Input, InputNumber, Segmented } from 'antd'
import { useTranslation } from 'react-i18next'
import { updateEmailSettings, type EmailSettings, type EmailSettingsWritable } from '@/client'
import { getEmailSettingsOptions, getEmailSettingsQueryKey } from '@/client/@tanstack/react-query.gen'
import { problemOf } from '@/shared/api/problem'
import { useBrand } from '@/shared/brand/BrandContext'
import { Loaded } from '@/shared/components/Loaded'
import { PageHeader } from '@/shared/components/PageHeader'
import { Panel } from '@/shared/components/Panel'
import { useFieldFaults } from '@/shared/hooks/useFieldFaults'
import { useReport } from '@/shared/hooks/useReport'

const BLANK: EmailSettings = { host: '', port: 587, security: 'starttls', username: null, fromAddress: '', fromName: '' }

export function EmailPage() {
  const { t } = useTranslation()
  const { id: brand } = useBrand()
  const settings = useQuery(getEmailSettingsOptions({ path: { brand } }))
  // A brand without a mail server is an empty form, not an error.
  const unset = !settings.data && problemOf(settings.error).code === 'email-not-configured'
  return (
    <>
      <PageHeader title={t('touch.email.title')} headline={unset ? t('touch.email.headlineOff') : settings.data && t('touch.email.headlineOn', settings.data)} />
      <Panel>
        {unset ? (
          <Settings settings={BLANK} />
        ) : (
          <Loaded query={settings}>{(data) => <Settings settings={data} />}</Loaded>
        )}
      </Panel>
    </>
  )
}

function Settings({ settings }: { settings: EmailSettings }) {
  const { t } = useTranslation()
  const { id: brand } = useBrand()
  const report = useReport()
  const queries = useQueryClient()
  const [form] = Form.useForm<EmailSettingsWritable>()
  const save = useMutation({
    mutationFn: ({ username, password, ...server }: EmailSettingsWritable) =>
      updateEmailSettings({ path: { brand }, body: { ...server, username: username || null, password: password || null } }),
    onSuccess: ({ data }) => {
      queries.setQueryData(getEmailSettingsQueryKey({ path: { brand } }), data)
      form.resetFields(['password'])
      report.done(t('common.saved'))
    },
    onError: useFieldFaults(form),
  })
  const missing = { required: true, message: t('touch.form.missing') }
  return (
    <Form<EmailSettingsWritable> form={form} layout="vertical" style={{ maxWidth: 520 }} initialValues={settings} onFinish={(all) => save.mutate(all)}>
      <Form.Item name="host" label={t('touch.email.host')} rules={[missing]}>
        <Input autoComplete="off" />
      </Form.Item>
      <Form.Item name="port" label={t('touch.email.port')} rules={[missing]}>
        <InputNumber min={1} max={65_535} precision={0} />
      </Form.Item>
      <Form.Item name="security" label={t('touch.email.security')}>
        <Segmented options={(['starttls', 'tls', 'none'] as const).map((value) => ({ value, label: t(`touch.email.securities.${value}`) }))} />
      </Form.Item>
      <Form.Item name="username" label={t('touch.email.username')}>
        <Input autoComplete="off" />
      </Form.Item>
      <Form.Item name="password" label={t('touch.email.password')} extra={t('touch.email.passwordHint')}>
        <Input.Password autoComplete="new-password" visibilityToggle={false} />
      </Form.Item>
      <Form.Item name="fromAddress" label={t('touch.email.fromAddress')} rules={[missing, { type: 'email', message: t('touch.email.invalid') }]}>
        <Input autoComplete="off" />
      </Form.Item>
      <Form.Item name="fromName" label={t('touch.email.fromName')} rules={[missing]}>
        <Input autoComplete="off" />
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={save.isPending}>
        {t('common.save')}
      </Button>
    </Form>
  )
}

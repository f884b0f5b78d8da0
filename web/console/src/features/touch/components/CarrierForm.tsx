import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { updateCarrierSettings, type CarrierSettings, type CarrierSettingsWritable } from '@/client'
import { getCarrierSettingsOptions, getCarrierSettingsQueryKey } from '@/client/@tanstack/react-query.gen'
import { problemOf } from '@/shared/api/problem'
import { useBrand } from '@/shared/brand/BrandContext'
import { Loaded } from '@/shared/components/Loaded'
import { useFieldFaults } from '@/shared/hooks/useFieldFaults'
import { useReport } from '@/shared/hooks/useReport'

/** Where the brand's own system takes messages. */
export function CarrierForm() {
  const { id: brand } = useBrand()
  const settings = useQuery(getCarrierSettingsOptions({ path: { brand } }))
  const unset = !settings.data && problemOf(settings.error).code === 'webhook-not-configured'
  return unset ? <Fields settings={{ url: '' }} /> : <Loaded query={settings}>{(data) => <Fields settings={data} />}</Loaded>
}

function Fields({ settings }: { settings: CarrierSettings }) {
  const { t } = useTranslation()
  const { id: brand } = useBrand()
  const report = useReport()
  const queries = useQueryClient()
  const [form] = Form.useForm<CarrierSettingsWritable>()
  const save = useMutation({
    mutationFn: ({ url, secret }: CarrierSettingsWritable) => updateCarrierSettings({ path: { brand }, body: { url, secret: secret || null } }),
    onSuccess: ({ data }) => {
      queries.setQueryData(getCarrierSettingsQueryKey({ path: { brand } }), data)
      form.resetFields(['secret'])
      report.done(t('common.saved'))
    },
    onError: useFieldFaults(form),
  })
  return (
    <Form<CarrierSettingsWritable> form={form} layout="vertical" style={{ maxWidth: 520 }} initialValues={settings} onFinish={(all) => save.mutate(all)}>
      <Form.Item name="url" label={t('touch.settings.url')} extra={t('touch.settings.urlHint')} rules={[{ required: true, message: t('touch.form.missing') }]}>
        <Input type="url" placeholder="https://" autoComplete="off" />
      </Form.Item>
      <Form.Item name="secret" label={t('touch.settings.secret')} extra={t('touch.settings.kept')}>
        <Input.Password autoComplete="new-password" visibilityToggle={false} />
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={save.isPending}>
        {t('common.save')}
      </Button>
    </Form>
  )
}

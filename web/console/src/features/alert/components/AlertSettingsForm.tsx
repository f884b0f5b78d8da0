import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Form, InputNumber, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { updateAlertSettings, type AlertSettings } from '@/client'
import { getAlertSettingsOptions, getAlertSettingsQueryKey } from '@/client/@tanstack/react-query.gen'
import { useBrand } from '@/shared/brand/BrandContext'
import { Loaded } from '@/shared/components/Loaded'
import { Panel } from '@/shared/components/Panel'
import { useReport } from '@/shared/hooks/useReport'

/** After how many minutes something late is an alert, and whom to write to. For administrators. */
export function AlertSettingsForm() {
  const { t } = useTranslation()
  const { id: brand } = useBrand()
  const settings = useQuery(getAlertSettingsOptions({ path: { brand } }))
  return (
    <Panel title={t('alert.settings')} note={t('alert.settingsNote')}>
      <Loaded query={settings}>{(data) => <Fields settings={data} />}</Loaded>
    </Panel>
  )
}

function Fields({ settings }: { settings: AlertSettings }) {
  const { t } = useTranslation()
  const { id: brand } = useBrand()
  const report = useReport()
  const queries = useQueryClient()
  const save = useMutation({
    mutationFn: (body: AlertSettings) => updateAlertSettings({ path: { brand }, body }),
    onSuccess: ({ data }) => {
      queries.setQueryData(getAlertSettingsQueryKey({ path: { brand } }), data)
      report.done(t('common.saved'))
    },
    onError: report.refused,
  })
  return (
    <Form<AlertSettings> layout="vertical" initialValues={settings} onFinish={(answers) => save.mutate(answers)}>
      <Form.Item name="minutes" label={t('alert.minutes')} rules={[{ required: true }]}>
        <InputNumber min={2} max={1440} precision={0} suffix={t('alert.minutesUnit')} style={{ width: 160 }} />
      </Form.Item>
      <Form.Item name="mail" label={t('alert.mail')} extra={t('alert.mailHint')}>
        <Select mode="tags" open={false} suffixIcon={null} tokenSeparators={[',', ';', ' ', '，']} maxCount={10} style={{ maxWidth: 480 }} aria-label={t('alert.mail')} />
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={save.isPending}>
        {t('common.save')}
      </Button>
    </Form>
  )
}

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { updateWecomSettings, type WecomSettings, type WecomStatus } from '@/client'
import { getWecomStatusOptions, getWecomStatusQueryKey } from '@/client/@tanstack/react-query.gen'
import { useBrand } from '@/shared/brand/BrandContext'
import { Loaded } from '@/shared/components/Loaded'
import { PageHeader } from '@/shared/components/PageHeader'
import { Panel } from '@/shared/components/Panel'
import { ProblemView } from '@/shared/components/ProblemView'
import { useFormat } from '@/shared/hooks/useFormat'
import { useReport } from '@/shared/hooks/useReport'
import { SyncButton } from '../components/SyncButton'

const FIELDS = ['corpId', 'agentId', 'secret', 'callbackToken', 'callbackAesKey', 'baseUrl', 'authorizeUrl'] as const
const SECRETS: (typeof FIELDS)[number][] = ['secret', 'callbackToken', 'callbackAesKey']

export function WecomPage() {
  const { t } = useTranslation()
  const { id: brand } = useBrand()
  const format = useFormat()
  const status = useQuery(getWecomStatusOptions({ path: { brand } }))
  const data = status.data
  return (
    <>
      <PageHeader
        title={t('wecom.settings.title')}
        headline={
          data &&
          (data.configured
            ? t('wecom.settings.headlineOn', { corp: data.corpId, at: data.lastSyncAt ? format.time(data.lastSyncAt) : t('wecom.guides.never') })
            : t('wecom.settings.headlineOff'))
        }
        actions={<SyncButton disabled={!data?.configured} />}
      />
      <Panel>
        <Loaded query={status}>
          {(loaded) => (
            <>
              {loaded.problem && <ProblemView error={loaded.problem} compact />}
              <Settings status={loaded} />
            </>
          )}
        </Loaded>
      </Panel>
    </>
  )
}

function Settings({ status }: { status: WecomStatus }) {
  const { t } = useTranslation()
  const { id: brand } = useBrand()
  const report = useReport()
  const queries = useQueryClient()
  const [form] = Form.useForm<WecomSettings>()
  const save = useMutation({
    mutationFn: (body: WecomSettings) => updateWecomSettings({ path: { brand }, body }),
    onSuccess: () => {
      report.done(t('wecom.settings.saved'))
      form.resetFields(SECRETS)
      void queries.invalidateQueries({ queryKey: getWecomStatusQueryKey({ path: { brand } }) })
    },
    onError: report.refused,
  })
  const hints: Partial<Record<(typeof FIELDS)[number], string>> = {
    secret: t('wecom.settings.secretHint'),
    baseUrl: t('wecom.settings.baseUrlHint'),
  }
  return (
    <Form<WecomSettings>
      form={form}
      layout="vertical"
      style={{ maxWidth: 520 }}
      initialValues={{
        corpId: status.corpId ?? '',
        baseUrl: status.baseUrl ?? 'https://qyapi.weixin.qq.com',
        authorizeUrl: 'https://open.weixin.qq.com',
      }}
      onFinish={(settings) => save.mutate(settings)}
    >
      {FIELDS.map((name) => (
        <Form.Item
          key={name}
          name={name}
          label={t(`wecom.settings.${name}`)}
          extra={hints[name]}
          rules={[
            { required: true, message: t('wecom.settings.missing') },
            ...(name === 'callbackAesKey' ? [{ pattern: /^[A-Za-z0-9]{43}$/, message: t('wecom.settings.aesKey') }] : []),
          ]}
        >
          {SECRETS.includes(name) ? <Input.Password autoComplete="new-password" visibilityToggle={false} /> : <Input autoComplete="off" />}
        </Form.Item>
      ))}
      <Button type="primary" htmlType="submit" loading={save.isPending}>
        {t('common.save')}
      </Button>
    </Form>
  )
}

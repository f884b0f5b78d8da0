import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { updateWecomSettings, type WecomSettingsWritable, type WecomStatus } from '@/client'
import { getWecomStatusOptions, getWecomStatusQueryKey } from '@/client/@tanstack/react-query.gen'
import { useBrand } from '@/shared/brand/BrandContext'
import { CopyBox } from '@/shared/components/CopyBox'
import { Loaded } from '@/shared/components/Loaded'
import { PageHeader } from '@/shared/components/PageHeader'
import { Panel } from '@/shared/components/Panel'
import { ProblemView } from '@/shared/components/ProblemView'
import { useFieldFaults } from '@/shared/hooks/useFieldFaults'
import { useFormat } from '@/shared/hooks/useFormat'
import { useReport } from '@/shared/hooks/useReport'
import { SyncButton } from '../components/SyncButton'

type Field = keyof WecomSettingsWritable

const FIELDS: Field[] = ['corpId', 'agentId', 'secret', 'callbackToken', 'callbackAesKey', 'baseUrl', 'authorizeUrl']
const SECRETS: Field[] = ['secret', 'callbackToken', 'callbackAesKey']
const AES_KEY = /^[A-Za-z0-9+/]{43}$/

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
            ? data.lastSyncAt
              ? t('wecom.settings.headlineOn', { corp: data.corpId, at: format.time(data.lastSyncAt) })
              : t('wecom.settings.headlineNew', { corp: data.corpId })
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
              <Callback status={loaded} />
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
  const [form] = Form.useForm<WecomSettingsWritable>()
  const save = useMutation({
    // The server keeps the secret it has where none is given.
    mutationFn: (all: WecomSettingsWritable) =>
      updateWecomSettings({
        path: { brand },
        body: { ...all, secret: all.secret || null, callbackToken: all.callbackToken || null, callbackAesKey: all.callbackAesKey || null },
      }),
    onSuccess: ({ data }) => {
      report.done(t('wecom.settings.saved'))
      form.resetFields(SECRETS)
      queries.setQueryData(getWecomStatusQueryKey({ path: { brand } }), data)
    },
    onError: useFieldFaults(form),
  })
  const required: Field[] = status.configured ? ['corpId', 'agentId'] : ['corpId', 'agentId', 'secret']
  const hints: Partial<Record<Field, string>> = {
    secret: t(status.configured ? 'wecom.settings.secretKept' : 'wecom.settings.secretHint'),
    baseUrl: t('wecom.settings.baseUrlHint'),
  }
  return (
    <Form<WecomSettingsWritable>
      form={form}
      layout="vertical"
      style={{ maxWidth: 520 }}
      initialValues={{
        corpId: status.corpId ?? '',
        agentId: status.agentId ?? '',
        baseUrl: status.baseUrl ?? 'https://qyapi.weixin.qq.com',
        authorizeUrl: status.authorizeUrl ?? 'https://open.weixin.qq.com',
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
            { required: required.includes(name), message: t('wecom.settings.missing') },
            ...(name === 'callbackAesKey' ? [{ pattern: AES_KEY, message: t('wecom.settings.aesKey') }] : []),
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

/** What WeCom wants to be told in return. */
function Callback({ status: { configured, callbackAt, callbackRefusal } }: { status: WecomStatus }) {
  const { t } = useTranslation()
  const { id: brand } = useBrand()
  const format = useFormat()
  return (
    <div style={{ maxWidth: 520, marginTop: 32 }}>
      <h3>{t('wecom.settings.callback')}</h3>
      <p className="ww-muted">{t('wecom.settings.callbackHint')}</p>
      <CopyBox text={`${window.location.origin}/callbacks/wecom/${brand}`} label={t('wecom.settings.callback')} testId="wecom-callback" />
      {configured && <p className="ww-muted">{callbackAt ? t('wecom.settings.callbackAt', { at: format.time(callbackAt) }) : t('wecom.settings.callbackNever')}</p>}
      {callbackRefusal && (
        <Alert
          type="error"
          showIcon
          data-testid="callback-refusal"
          title={t('wecom.settings.callbackRefused', { at: format.time(callbackRefusal.at) })}
          description={callbackRefusal.problem.detail}
        />
      )}
    </div>
  )
}

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { updateMiniProgram, updateOfficialAccount, type WechatSettings, type WechatSettingsWritable } from '@/client'
import {
  getMiniProgramOptions,
  getMiniProgramQueryKey,
  getOfficialAccountOptions,
  getOfficialAccountQueryKey,
} from '@/client/@tanstack/react-query.gen'
import { problemOf } from '@/shared/api/problem'
import { useBrand } from '@/shared/brand/BrandContext'
import { CopyBox } from '@/shared/components/CopyBox'
import { Loaded } from '@/shared/components/Loaded'
import { useFieldFaults } from '@/shared/hooks/useFieldFaults'
import { useReport } from '@/shared/hooks/useReport'

type Kind = 'official-account' | 'mini-program'

const BLANK: WechatSettings = { appId: '', baseUrl: null, callback: null }

/** How an official account or a mini-program is connected. */
export function WechatForm({ kind }: { kind: Kind }) {
  const { id: brand } = useBrand()
  const path = { path: { brand } }
  const account = useQuery({ ...getOfficialAccountOptions(path), enabled: kind === 'official-account' })
  const program = useQuery({ ...getMiniProgramOptions(path), enabled: kind === 'mini-program' })
  const settings = kind === 'official-account' ? account : program
  const unset = !settings.data && problemOf(settings.error).code === 'wechat-not-configured'
  return unset ? <Fields kind={kind} settings={BLANK} /> : <Loaded query={settings}>{(data) => <Fields kind={kind} settings={data} />}</Loaded>
}

function Fields({ kind, settings }: { kind: Kind; settings: WechatSettings }) {
  const { t } = useTranslation()
  const { id: brand } = useBrand()
  const report = useReport()
  const queries = useQueryClient()
  const [form] = Form.useForm<WechatSettingsWritable>()
  const save = useMutation({
    mutationFn: ({ appId, secret, token, aesKey, baseUrl }: WechatSettingsWritable) => {
      const body = { appId, secret: secret || null, token: token || null, aesKey: aesKey || null, baseUrl: baseUrl || null }
      return kind === 'official-account' ? updateOfficialAccount({ path: { brand }, body }) : updateMiniProgram({ path: { brand }, body })
    },
    onSuccess: ({ data }) => {
      const path = { path: { brand } }
      queries.setQueryData(kind === 'official-account' ? getOfficialAccountQueryKey(path) : getMiniProgramQueryKey(path), data)
      form.resetFields(['secret', 'token', 'aesKey'])
      report.done(t('common.saved'))
    },
    onError: useFieldFaults(form),
  })
  return (
    <Form<WechatSettingsWritable> form={form} layout="vertical" style={{ maxWidth: 520 }} initialValues={settings} onFinish={(all) => save.mutate(all)}>
      <Form.Item name="appId" label={t('touch.settings.appId')} rules={[{ required: true, message: t('touch.form.missing') }]}>
        <Input autoComplete="off" />
      </Form.Item>
      <Form.Item name="secret" label={t('touch.settings.appSecret')} extra={t('touch.settings.kept')}>
        <Input.Password autoComplete="new-password" visibilityToggle={false} />
      </Form.Item>
      <Form.Item name="token" label={t('touch.settings.token')} extra={t('touch.settings.kept')}>
        <Input.Password autoComplete="new-password" visibilityToggle={false} />
      </Form.Item>
      <Form.Item name="aesKey" label={t('touch.settings.aesKey')} extra={t('touch.settings.kept')}>
        <Input.Password autoComplete="new-password" visibilityToggle={false} maxLength={43} />
      </Form.Item>
      <Form.Item name="baseUrl" label={t('touch.settings.baseUrl')} extra={t('touch.settings.baseUrlHint')}>
        <Input type="url" placeholder="https://api.weixin.qq.com" autoComplete="off" />
      </Form.Item>
      {settings.callback && (
        <Form.Item label={t('touch.settings.callback')} extra={t('touch.settings.callbackHint')}>
          <CopyBox text={settings.callback} label={t('touch.settings.callback')} />
        </Form.Item>
      )}
      <Button type="primary" htmlType="submit" loading={save.isPending}>
        {t('common.save')}
      </Button>
    </Form>
  )
}

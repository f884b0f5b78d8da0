import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Form, InputNumber, TimePicker } from 'antd'
import dayjs, { type Dayjs } from 'dayjs'
import { useTranslation } from 'react-i18next'
import { updatePolicy, type Cap, type Policy, type SuppressionList } from '@/client'
import { getPolicyOptions, getPolicyQueryKey } from '@/client/@tanstack/react-query.gen'
import { useBrand } from '@/shared/brand/BrandContext'
import { Loaded } from '@/shared/components/Loaded'
import { PageHeader } from '@/shared/components/PageHeader'
import { Panel } from '@/shared/components/Panel'
import { useReport } from '@/shared/hooks/useReport'
import { ApprovalLimitForm } from '../components/ApprovalLimitForm'
import { Caps } from '../components/Caps'
import { MessageBacklog } from '../components/MessageBacklog'
import { PlatformQuotas } from '../components/PlatformQuotas'
import { SuppressionLists } from '../components/SuppressionLists'

interface Answers {
  capPerCustomer: number
  capDays: number
  quietFrom: Dayjs
  quietTo: Dayjs
  caps: Cap[]
  controlPercent: number
  suppressionLists: SuppressionList[]
}

export function PolicyPage() {
  const { t } = useTranslation()
  const { id: brand } = useBrand()
  const policy = useQuery(getPolicyOptions({ path: { brand } }))
  return (
    <>
      <PageHeader title={t('touch.policy.title')} headline={t('touch.policy.headline')} />
      <div className="ww-stack">
        <Panel>
          <Loaded query={policy}>{(data) => <PolicyForm policy={data} />}</Loaded>
        </Panel>
        {policy.data && <ApprovalLimitForm limit={policy.data.approval} />}
        <PlatformQuotas />
        <MessageBacklog />
      </div>
    </>
  )
}

function PolicyForm({ policy }: { policy: Policy }) {
  const { t } = useTranslation()
  const { id: brand, timeZone } = useBrand()
  const report = useReport()
  const queries = useQueryClient()
  const save = useMutation({
    mutationFn: ({ quietFrom, quietTo, caps, suppressionLists, ...rest }: Answers) =>
      updatePolicy({
        path: { brand },
        body: {
          ...rest,
          quietFrom: quietFrom.format('HH:mm'),
          quietTo: quietTo.format('HH:mm'),
          caps: caps.map(({ channel, purpose, most, days }) => ({ channel: channel ?? null, purpose: purpose ?? null, most, days })),
          suppressionLists: suppressionLists.map(({ list, channel }) => ({ list, channel: channel ?? null })),
        },
      }),
    onSuccess: ({ data }) => {
      queries.setQueryData(getPolicyQueryKey({ path: { brand } }), data)
      report.done(t('common.saved'))
    },
    onError: report.refused,
  })
  const clock = (text: string) => dayjs(`2000-01-01T${text}`)
  return (
    <Form<Answers>
      layout="vertical"
      initialValues={{ ...policy, quietFrom: clock(policy.quietFrom), quietTo: clock(policy.quietTo) }}
      onFinish={(answers) => save.mutate(answers)}
    >
      <Form.Item label={t('touch.policy.cap')} extra={t('touch.policy.capHint')}>
        <div className="ww-row">
          <Form.Item name="capPerCustomer" noStyle rules={[{ required: true }]}>
            <InputNumber min={1} precision={0} aria-label={t('touch.policy.cap')} suffix={t('touch.policy.capUnit')} style={{ width: 150 }} />
          </Form.Item>
          {t('touch.policy.capIn')}
          <Form.Item name="capDays" noStyle rules={[{ required: true }]}>
            <InputNumber min={1} precision={0} aria-label={t('touch.policy.capDays')} suffix={t('touch.policy.capDays')} style={{ width: 120 }} />
          </Form.Item>
        </div>
      </Form.Item>
      <Caps />
      <Form.Item label={t('touch.policy.quiet')} extra={t('touch.policy.quietHint', { zone: timeZone })}>
        <div className="ww-row">
          <Form.Item name="quietFrom" noStyle rules={[{ required: true }]}>
            <TimePicker format="HH:mm" minuteStep={5} needConfirm={false} aria-label={t('touch.policy.quiet')} />
          </Form.Item>
          {t('touch.policy.quietTo')}
          <Form.Item name="quietTo" noStyle rules={[{ required: true }]}>
            <TimePicker format="HH:mm" minuteStep={5} needConfirm={false} aria-label={t('touch.policy.quietTo')} />
          </Form.Item>
        </div>
      </Form.Item>
      <Form.Item name="controlPercent" label={t('touch.policy.control')} extra={t('touch.policy.controlHint')} rules={[{ required: true }]}>
        <InputNumber min={0} max={20} precision={2} suffix="%" style={{ width: 150 }} />
      </Form.Item>
      <SuppressionLists />
      <Button type="primary" htmlType="submit" loading={save.isPending}>
        {t('common.save')}
      </Button>
    </Form>
  )
}

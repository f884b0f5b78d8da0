import { useMutation, useQuery } from '@tanstack/react-query'
import { Alert, Button, Form, Input, InputNumber, Radio, Select, Slider } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate, useSearchParams } from 'react-router'
import { createBroadcast, planBroadcast, type NewBroadcast } from '@/client'
import { listSegmentsOptions, listTemplatesOptions } from '@/client/@tanstack/react-query.gen'
import { pathId } from '@/shared/api/pathId'
import { useBrand, useBrandPath } from '@/shared/brand/BrandContext'
import { PageHeader } from '@/shared/components/PageHeader'
import { Panel } from '@/shared/components/Panel'
import { ProblemView } from '@/shared/components/ProblemView'
import { useFormat } from '@/shared/hooks/useFormat'

export function NewBroadcastPage() {
  const { t } = useTranslation()
  const { id: brand } = useBrand()
  const path = useBrandPath()
  const navigate = useNavigate()
  const format = useFormat()
  const [params] = useSearchParams()
  const [form] = Form.useForm<NewBroadcast>()
  const holdout = Form.useWatch('holdoutPercent', form)
  const segments = useQuery(listSegmentsOptions({ path: { brand } })).data
  const templates = useQuery(listTemplatesOptions({ path: { brand } })).data
  const create = useMutation({
    mutationFn: async (body: NewBroadcast) => {
      const { data } = await createBroadcast({ path: { brand }, body })
      // A draft that could not be planned is still there and says why on its page.
      await planBroadcast({ path: { brand, id: pathId(data.id) } }).catch(() => undefined)
      return data
    },
    onSuccess: ({ id }) => void navigate(path(`/broadcasts/${id}`), { replace: true }),
  })
  const missing = { required: true, message: t('touch.form.missing') }
  return (
    <>
      <PageHeader back={{ to: path('/broadcasts'), label: t('touch.page.back') }} title={t('touch.form.title')} headline={t('touch.form.headline')} />
      <Panel>
        <Form<NewBroadcast>
          form={form}
          layout="vertical"
          style={{ maxWidth: 620 }}
          initialValues={{
            purpose: 'marketing',
            holdoutPercent: 10,
            windowDays: 14,
            priority: 5,
            segmentId: params.get('segment') ?? undefined,
            templateId: params.get('template') ?? undefined,
          }}
          onFinish={(broadcast) => create.mutate(broadcast)}
        >
          <Form.Item name="name" label={t('touch.form.name')} rules={[{ ...missing, whitespace: true }]}>
            <Input maxLength={80} placeholder={t('touch.form.namePlaceholder')} />
          </Form.Item>
          <Form.Item
            name="segmentId"
            label={t('touch.form.segment')}
            rules={[missing]}
            extra={segments?.length === 0 && <Link to={path('/segments/new')}>{t('touch.form.noSegment')}</Link>}
          >
            <Select
              showSearch={{ optionFilterProp: 'title' }}
              options={(segments ?? []).map(({ id, name, count }) => ({
                value: id,
                title: name,
                label: count == null ? name : `${name} · ${t('segment.builder.people', { n: format.count(count) })}`,
              }))}
            />
          </Form.Item>
          <Form.Item
            name="templateId"
            label={t('touch.form.template')}
            rules={[missing]}
            extra={templates?.length === 0 && <Link to={path('/templates/new')}>{t('touch.form.noTemplate')}</Link>}
          >
            <Select
              showSearch={{ optionFilterProp: 'title' }}
              options={(templates ?? []).map(({ id, name, channel }) => ({ value: id, title: name, label: `${name} · ${t(`channel.${channel}`)}` }))}
            />
          </Form.Item>
          <Form.Item name="purpose" label={t('touch.form.purpose')}>
            <Radio.Group
              style={{ display: 'flex', flexDirection: 'column', gap: 8 }}
              options={(['marketing', 'service'] as const).map((value) => ({
                value,
                label: (
                  <>
                    {t(`touch.form.purposes.${value}`)} <span className="ww-muted ww-small">{t(`touch.form.purposeHint.${value}`)}</span>
                  </>
                ),
              }))}
            />
          </Form.Item>
          <Form.Item label={t('touch.form.holdout')} extra={t('touch.form.holdoutHint')}>
            <div style={{ display: 'grid', gridTemplateColumns: '1fr 100px', gap: 16, alignItems: 'center' }}>
              <Form.Item name="holdoutPercent" noStyle>
                <Slider min={0} max={50} marks={{ 0: '0%', 10: '10%', 20: '20%', 50: '50%' }} />
              </Form.Item>
              <Form.Item name="holdoutPercent" noStyle rules={[missing]}>
                <InputNumber min={0} max={50} suffix="%" aria-label={t('touch.form.holdout')} style={{ width: 100 }} />
              </Form.Item>
            </div>
          </Form.Item>
          {holdout === 0 && <Alert type="warning" showIcon title={t('touch.form.noHoldout')} style={{ marginBottom: 24 }} />}
          <Form.Item name="windowDays" label={t('touch.form.window')} extra={t('touch.form.windowHint')} rules={[missing]}>
            <InputNumber min={1} max={180} precision={0} suffix={t('touch.form.days')} style={{ width: 130 }} />
          </Form.Item>
          <Form.Item name="priority" label={t('touch.form.priority')} extra={t('touch.form.priorityHint')} rules={[missing]}>
            <InputNumber min={0} max={9} precision={0} style={{ width: 130 }} />
          </Form.Item>
          {create.error && <ProblemView error={create.error} compact />}
          <Button type="primary" htmlType="submit" size="large" data-testid="save-broadcast" loading={create.isPending}>
            {t('touch.form.submit')}
          </Button>
        </Form>
      </Panel>
    </>
  )
}

import { useMutation } from '@tanstack/react-query'
import { Button, DatePicker, Form, Select, TimePicker } from 'antd'
import dayjs, { type Dayjs } from 'dayjs'
import { useTranslation } from 'react-i18next'
import { setQuietPreference, type QuietWish } from '@/client'
import { useBrand } from '@/shared/brand/BrandContext'
import { Panel } from '@/shared/components/Panel'
import { useFieldFaults } from '@/shared/hooks/useFieldFaults'
import { useFormat } from '@/shared/hooks/useFormat'
import { useReport } from '@/shared/hooks/useReport'
import { useConsentRefresh } from '../api/consent'

const KINDS = ['none', 'always', 'until', 'hours'] as const

interface Answers {
  kind: (typeof KINDS)[number]
  until?: Dayjs
  from?: Dayjs
  to?: Dayjs
}

const clock = (text: string) => dayjs(`2000-01-01T${text}`)

/** When the customer does not want to hear marketing, in their own words and as it stands. */
export function QuietPreference({ no, wish }: { no: number; wish: QuietWish | null }) {
  const { t } = useTranslation()
  const { id: brand, timeZone } = useBrand()
  const format = useFormat()
  const report = useReport()
  const refresh = useConsentRefresh(no)
  const [form] = Form.useForm<Answers>()
  const faults = useFieldFaults(form)
  const kind = Form.useWatch('kind', form)
  const stands = wish?.preference
  const save = useMutation({
    mutationFn: ({ kind, until, from, to }: Answers) =>
      setQuietPreference({ path: { brand, no }, body: { kind, until: until?.toISOString(), from: from?.format('HH:mm'), to: to?.format('HH:mm') } }),
    onSuccess: () => {
      refresh()
      report.done(t('common.saved'))
    },
    onError: faults,
  })
  return (
    <Panel title={t('customer.quiet.title')} note={t('customer.quiet.note')}>
      <Form<Answers>
        form={form}
        layout="vertical"
        initialValues={{
          kind: stands?.kind ?? 'none',
          until: stands?.until ? dayjs(stands.until) : undefined,
          from: clock(stands?.from ?? '21:00'),
          to: clock(stands?.to ?? '09:00'),
        }}
        onFinish={(answers) => save.mutate(answers)}
      >
        <Form.Item name="kind" label={t('customer.quiet.kind')}>
          <Select options={KINDS.map((value) => ({ value, label: t(`customer.quiet.kinds.${value}`) }))} />
        </Form.Item>
        {kind === 'until' && (
          <Form.Item name="until" label={t('customer.quiet.until')} rules={[{ required: true, message: t('customer.quiet.untilMissing') }]}>
            <DatePicker showTime style={{ width: '100%' }} />
          </Form.Item>
        )}
        {kind === 'hours' && (
          <Form.Item label={t('customer.quiet.hours')} extra={t('customer.quiet.hoursHint', { zone: timeZone })}>
            <div className="ww-row">
              <Form.Item name="from" noStyle>
                <TimePicker format="HH:mm" minuteStep={5} needConfirm={false} aria-label={t('customer.quiet.from')} />
              </Form.Item>
              –
              <Form.Item name="to" noStyle>
                <TimePicker format="HH:mm" minuteStep={5} needConfirm={false} aria-label={t('customer.quiet.to')} />
              </Form.Item>
            </div>
          </Form.Item>
        )}
        <Button htmlType="submit" loading={save.isPending}>
          {t('common.save')}
        </Button>
        {wish && (
          <p className="ww-muted ww-small">
            {t('customer.quiet.since', { time: format.time(wish.at), source: wish.recordedBy ?? wish.source })}
          </p>
        )}
      </Form>
    </Panel>
  )
}

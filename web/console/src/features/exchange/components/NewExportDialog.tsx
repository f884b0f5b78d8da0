import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Checkbox, DatePicker, Form, Modal, Radio } from 'antd'
import type { Dayjs } from 'dayjs'
import { useTranslation } from 'react-i18next'
import { startExport, type NewExport } from '@/client'
import { listExportsInfiniteQueryKey } from '@/client/@tanstack/react-query.gen'
import { useBrand } from '@/shared/brand/BrandContext'
import { dayStart } from '@/shared/format/time'
import { useReport } from '@/shared/hooks/useReport'
import { useMayChange } from './useMayChange'

interface Answers {
  kind: NewExport['kind']
  days?: [Dayjs | null, Dayjs | null] | null
  personalData?: boolean
}

const KINDS: NewExport['kind'][] = ['events', 'customers', 'orders']

export function NewExportDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const { id: brand, timeZone } = useBrand()
  const mayChange = useMayChange()
  const report = useReport()
  const queries = useQueryClient()
  const [form] = Form.useForm<Answers>()
  const kind = Form.useWatch('kind', form) ?? 'events'
  const start = useMutation({
    mutationFn: ({ kind: chosen, days, personalData }: Answers) =>
      startExport({
        path: { brand },
        body: {
          kind: chosen,
          since: days?.[0] ? dayStart(days[0].format('YYYY-MM-DD'), timeZone) : null,
          // The last day chosen is within.
          until: days?.[1] ? dayStart(days[1].format('YYYY-MM-DD'), timeZone, 1) : null,
          personalData: personalData ?? false,
        },
      }),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: listExportsInfiniteQueryKey({ path: { brand }, query: { limit: 20 } }) })
      report.done(t('exchange.exports.started'))
      onClose()
    },
    onError: report.refused,
  })
  return (
    <Modal
      open
      title={t('exchange.exports.create')}
      okText={t('exchange.exports.start')}
      onOk={() => form.submit()}
      onCancel={onClose}
      confirmLoading={start.isPending}
    >
      <Form<Answers> form={form} layout="vertical" initialValues={{ kind: 'events' }} onFinish={(answers) => start.mutate(answers)}>
        <Form.Item name="kind" label={t('exchange.exports.kind')} extra={t(`exchange.exports.kindHints.${kind}`)}>
          <Radio.Group options={KINDS.map((value) => ({ value, label: t(`exchange.exports.kinds.${value}`) }))} />
        </Form.Item>
        <Form.Item name="days" label={t('exchange.exports.range')}>
          <DatePicker.RangePicker allowEmpty={[true, true]} style={{ width: '100%' }} />
        </Form.Item>
        {mayChange && (
          <Form.Item name="personalData" valuePropName="checked">
            <Checkbox>{t('exchange.exports.personalData')}</Checkbox>
          </Form.Item>
        )}
      </Form>
    </Modal>
  )
}

import { useMutation, useQuery } from '@tanstack/react-query'
import { DatePicker, Form, Input, Modal, Radio, Select } from 'antd'
import type { Dayjs } from 'dayjs'
import { useTranslation } from 'react-i18next'
import { recordConsent, type NewConsent } from '@/client'
import { listConsentPurposesOptions } from '@/client/@tanstack/react-query.gen'
import { useBrand } from '@/shared/brand/BrandContext'
import { useFieldFaults } from '@/shared/hooks/useFieldFaults'
import { useText } from '@/shared/hooks/useLanguage'
import { useReport } from '@/shared/hooks/useReport'
import { useConsentRefresh } from '../api/consent'
import { useConsentWords } from './useConsentWords'

const CHANNELS = ['any', 'wecom', 'sms', 'email', 'call'] as const

type Answers = Omit<NewConsent, 'at'> & { at?: Dayjs }

interface Props {
  no: number
  open: boolean
  onClose: () => void
}

export function RecordConsentDialog({ no, open, onClose }: Props) {
  const { t } = useTranslation()
  const { id: brand } = useBrand()
  const text = useText()
  const words = useConsentWords()
  const report = useReport()
  const refresh = useConsentRefresh(no)
  const [form] = Form.useForm<Answers>()
  const faults = useFieldFaults(form)
  const purposes = useQuery({ ...listConsentPurposesOptions({ path: { brand } }), enabled: open })
  const record = useMutation({
    mutationFn: ({ at, ...answers }: Answers) => recordConsent({ path: { brand, no }, body: { ...answers, at: at?.toISOString() } }),
    onSuccess: () => {
      refresh()
      onClose()
      report.done(t('customer.consent.recorded'))
    },
    onError: faults,
  })
  return (
    <Modal
      open={open}
      title={t('customer.consent.record')}
      okText={t('common.save')}
      onOk={() => form.submit()}
      onCancel={onClose}
      confirmLoading={record.isPending}
      destroyOnHidden
    >
      <Form<Answers>
        form={form}
        layout="vertical"
        initialValues={{ channel: 'any', purpose: 'marketing', granted: true }}
        onFinish={(answers) => record.mutate(answers)}
      >
        <Form.Item name="granted" label={t('customer.consent.decision')}>
          <Radio.Group
            options={[
              { value: true, label: t('customer.consents.granted') },
              { value: false, label: t('customer.consents.withdrawn') },
            ]}
          />
        </Form.Item>
        <Form.Item name="purpose" label={t('customer.consent.purpose')}>
          <Select
            loading={purposes.isPending}
            options={(purposes.data ?? []).map(({ code, title, meaning }) => ({ value: code, label: t('customer.consent.purposeMeans', { title: text(title), meaning: text(meaning) }) }))}
          />
        </Form.Item>
        <Form.Item name="channel" label={t('customer.consent.channel')}>
          <Select options={CHANNELS.map((value) => ({ value, label: words.channel(value) }))} />
        </Form.Item>
        <Form.Item name="at" label={t('customer.consent.at')} extra={t('customer.consent.atHint')}>
          <DatePicker showTime style={{ width: '100%' }} />
        </Form.Item>
        <Form.Item name="wording" label={t('customer.consent.wording')}>
          <Input.TextArea rows={2} maxLength={500} />
        </Form.Item>
        <Form.Item name="version" label={t('customer.consent.version')}>
          <Input maxLength={500} />
        </Form.Item>
        <Form.Item name="proof" label={t('customer.consent.proof')} extra={t('customer.consent.proofHint')}>
          <Input maxLength={500} />
        </Form.Item>
      </Form>
    </Modal>
  )
}

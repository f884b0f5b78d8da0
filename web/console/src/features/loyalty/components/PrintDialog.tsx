import { Form, InputNumber, Modal } from 'antd'
import { useTranslation } from 'react-i18next'
import type { CouponTemplate } from '@/client'
import { useFieldFaults } from '@/shared/hooks/useFieldFaults'
import { useStartBatch } from '../api/useStartBatch'
import { ForecastWords } from './ForecastWords'

/** Makes codes for paper. */
export function PrintDialog({ template, onClose }: { template: CouponTemplate; onClose: () => void }) {
  const { t } = useTranslation()
  const [form] = Form.useForm<{ codes: number }>()
  const codes = Form.useWatch('codes', form)
  const faults = useFieldFaults(form)
  const start = useStartBatch(template.id, onClose)
  return (
    <Modal open title={t('coupon.issue.print')} okText={t('coupon.issue.printSubmit')} confirmLoading={start.isPending} onOk={form.submit} onCancel={onClose}>
      <p className="ww-muted">{t('coupon.issue.printText')}</p>
      <Form form={form} layout="vertical" onFinish={(wish) => start.mutate(wish, { onError: faults })}>
        <Form.Item name="codes" label={t('coupon.issue.codes')} rules={[{ required: true, message: t('common.required') }]}>
          <InputNumber min={1} precision={0} style={{ width: 180 }} />
        </Form.Item>
      </Form>
      {codes ? <ForecastWords template={template} people={codes} counted={false} /> : null}
    </Modal>
  )
}

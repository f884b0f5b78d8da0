import { useMutation, useQuery } from '@tanstack/react-query'
import { Form, Modal, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { issueCoupon } from '@/client'
import { listCouponTemplatesOptions } from '@/client/@tanstack/react-query.gen'
import { useBrand } from '@/shared/brand/BrandContext'
import { useFieldFaults } from '@/shared/hooks/useFieldFaults'
import { useFormat } from '@/shared/hooks/useFormat'
import { useReport } from '@/shared/hooks/useReport'

interface Props {
  no: number
  onDone: () => void
  onClose: () => void
}

/** Gives one customer one coupon. The key is made once, so that a second press issues nothing more. */
export function GiveCouponDialog({ no, onDone, onClose }: Props) {
  const { t } = useTranslation()
  const { id: brand } = useBrand()
  const format = useFormat()
  const report = useReport()
  const [form] = Form.useForm<{ template: string }>()
  const faults = useFieldFaults(form, { 'coupon-not-issued': 'template' })
  const chosen = Form.useWatch('template', form)
  const [key] = useState(() => crypto.randomUUID())
  const templates = useQuery(listCouponTemplatesOptions({ path: { brand }, query: { limit: 100 } })).data?.items.filter(({ state }) => state === 'active')
  const worth = templates?.find(({ id }) => id === chosen)?.worth
  const give = useMutation({
    mutationFn: ({ template }: { template: string }) => issueCoupon({ path: { brand, id: template }, headers: { 'Idempotency-Key': key }, body: { customer: no } }),
    onSuccess: ({ data }) => {
      report.done(t(data.repeated ? 'coupon.customer.givenBefore' : 'coupon.customer.given'))
      onDone()
      onClose()
    },
    onError: faults,
  })
  return (
    <Modal open title={t('coupon.customer.giveTitle')} okText={t('coupon.customer.give')} okButtonProps={{ disabled: !chosen }} confirmLoading={give.isPending} onOk={form.submit} onCancel={onClose}>
      <Form form={form} layout="vertical" onFinish={(wish) => give.mutate(wish)}>
        <Form.Item
          name="template"
          label={t('coupon.customer.template')}
          extra={worth ? t('coupon.customer.cost', { cost: format.money(worth) }) : templates?.length === 0 && t('coupon.customer.noTemplate')}
        >
          <Select showSearch={{ optionFilterProp: 'label' }} options={templates?.map(({ id, name }) => ({ value: id, label: name }))} />
        </Form.Item>
      </Form>
    </Modal>
  )
}

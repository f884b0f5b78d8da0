import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Form, Input, InputNumber, Modal } from 'antd'
import { useTranslation } from 'react-i18next'
import { refundPaidMembership, type PaidPeriod } from '@/client'
import { listCustomerMembershipsQueryKey, listPaidMembershipsQueryKey } from '@/client/@tanstack/react-query.gen'
import { useBrand } from '@/shared/brand/BrandContext'
import { minorPerUnit } from '@/shared/format/money'
import { useFieldFaults } from '@/shared/hooks/useFieldFaults'
import { useFormat } from '@/shared/hooks/useFormat'
import { useReport } from '@/shared/hooks/useReport'

interface Answers {
  amount: number
  reason: string
}

interface Props {
  no: number
  period: PaidPeriod
  onClose: () => void
}

/** Ends a period somebody paid for: says what comes back and which tier is left before it is done. */
export function RefundMembershipDialog({ no, period: { key, plan, price, refundable, tierAfter }, onClose }: Props) {
  const { t } = useTranslation()
  const { id: brand, currency } = useBrand()
  const format = useFormat()
  const report = useReport()
  const queries = useQueryClient()
  const [form] = Form.useForm<Answers>()
  const unit = minorPerUnit(currency)
  const refund = useMutation({
    mutationFn: ({ amount, reason }: Answers) => refundPaidMembership({ path: { brand, no, key }, body: { amount: Math.round(amount * unit), reason: reason.trim() } }),
    onSuccess: ({ data: { amount } }) => {
      report.done(t('paidMembership.dialog.done', { amount: format.money(amount) }))
      onClose()
    },
    onError: useFieldFaults(form),
    onSettled: () => {
      void queries.invalidateQueries({ queryKey: listPaidMembershipsQueryKey({ path: { brand, no } }) })
      void queries.invalidateQueries({ queryKey: listCustomerMembershipsQueryKey({ path: { brand, no } }) })
    },
  })
  const required = { required: true, message: t('common.required') }
  const hint = t('paidMembership.dialog.amountHint', { due: format.money(refundable ?? 0), price: format.money(price) })
  return (
    <Modal
      open
      title={t('paidMembership.dialog.title', { plan })}
      okText={t('paidMembership.dialog.ok')}
      okButtonProps={{ danger: true }}
      confirmLoading={refund.isPending}
      onOk={form.submit}
      onCancel={onClose}
    >
      <p>
        {t('paidMembership.dialog.effect')} {tierAfter === null ? t('paidMembership.dialog.noTier') : t('paidMembership.dialog.keeps', { tier: tierAfter })}
      </p>
      <Form<Answers> form={form} layout="vertical" initialValues={{ amount: (refundable ?? 0) / unit }} onFinish={(answers) => refund.mutate(answers)}>
        <Form.Item name="amount" label={t('paidMembership.dialog.amount')} extra={hint} rules={[required]}>
          <InputNumber min={0} max={price / unit} precision={Math.round(Math.log10(unit))} style={{ width: 200 }} />
        </Form.Item>
        <Form.Item name="reason" label={t('paidMembership.dialog.reason')} extra={t('paidMembership.dialog.reasonHint')} rules={[{ ...required, whitespace: true }]}>
          <Input.TextArea rows={2} maxLength={200} />
        </Form.Item>
      </Form>
    </Modal>
  )
}

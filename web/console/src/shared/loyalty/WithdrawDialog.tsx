import { useMutation } from '@tanstack/react-query'
import { Form, Input, Modal } from 'antd'
import { useTranslation } from 'react-i18next'
import { withdrawCoupons } from '@/client'
import { useBrand } from '@/shared/brand/BrandContext'
import { useFieldFaults } from '@/shared/hooks/useFieldFaults'
import { useFormat } from '@/shared/hooks/useFormat'
import { useReport } from '@/shared/hooks/useReport'
import { couponNumbers } from './couponNumbers'

interface Answers {
  coupons?: string
  reason: string
}

interface Props {
  /** The one that is meant; without it the numbers are asked for. */
  coupon?: { id: string; name: string }
  onDone: () => void
  onClose: () => void
}

/** Takes coupons away for good, after saying which, with a reason that the trail keeps. */
export function WithdrawDialog({ coupon, onDone, onClose }: Props) {
  const { t } = useTranslation()
  const { id: brand } = useBrand()
  const format = useFormat()
  const report = useReport()
  const [form] = Form.useForm<Answers>()
  const faults = useFieldFaults(form)
  const withdraw = useMutation({
    mutationFn: ({ coupons = '', reason }: Answers) =>
      withdrawCoupons({ path: { brand }, body: { coupons: coupon ? [Number(coupon.id)] : couponNumbers(coupons), reason: reason.trim() } }),
    onSuccess: ({ data: { withdrawn, left } }) => {
      const n = format.exact(withdrawn)
      report.done(left > 0 ? t('coupon.withdraw.someLeft', { n, left: format.exact(left) }) : t('coupon.withdraw.done', { n }))
      onDone()
      onClose()
    },
    onError: faults,
  })
  return (
    <Modal
      open
      title={t('coupon.withdraw.title')}
      okText={t('coupon.withdraw.action')}
      okButtonProps={{ danger: true }}
      confirmLoading={withdraw.isPending}
      onOk={form.submit}
      onCancel={onClose}
    >
      {coupon && <p>{t('coupon.withdraw.one', coupon)}</p>}
      <p className="ww-muted">{t('coupon.withdraw.text')}</p>
      <Form<Answers> form={form} layout="vertical" onFinish={(answers) => withdraw.mutate(answers)}>
        {!coupon && (
          <Form.Item
            name="coupons"
            label={t('coupon.withdraw.numbers')}
            extra={t('coupon.withdraw.numbersHint')}
            rules={[{ validator: (_, text?: string) => (couponNumbers(text ?? '').length > 0 ? Promise.resolve() : Promise.reject(new Error(t('coupon.withdraw.noNumbers')))) }]}
          >
            <Input.TextArea autoSize={{ minRows: 3, maxRows: 10 }} />
          </Form.Item>
        )}
        <Form.Item name="reason" label={t('coupon.withdraw.reason')} extra={t('coupon.withdraw.reasonHint')} rules={[{ required: true, whitespace: true, message: t('common.required') }]}>
          <Input.TextArea rows={2} maxLength={200} />
        </Form.Item>
      </Form>
    </Modal>
  )
}

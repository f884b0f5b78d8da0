import { useMutation } from '@tanstack/react-query'
import { Form, Modal } from 'antd'
import { useTranslation } from 'react-i18next'
import { limitCouponTemplate, type CouponLimits, type CouponTemplate } from '@/client'
import { useBrand } from '@/shared/brand/BrandContext'
import { useFieldFaults } from '@/shared/hooks/useFieldFaults'
import { useReport } from '@/shared/hooks/useReport'
import { useKeepCoupon } from '../api/useKeepCoupon'
import { LimitFields } from './LimitFields'

/** How many there may be, which may change while they are issued. */
export function LimitsDialog({ template: { id, stock, budget, perCustomer }, onClose }: { template: CouponTemplate; onClose: () => void }) {
  const { t } = useTranslation()
  const { id: brand } = useBrand()
  const report = useReport()
  const keep = useKeepCoupon()
  const [form] = Form.useForm<CouponLimits>()
  const faults = useFieldFaults(form)
  const save = useMutation({
    mutationFn: (limits: CouponLimits) => limitCouponTemplate({ path: { brand, id }, body: limits }),
    onSuccess: ({ data }) => {
      keep(data)
      report.done(t('coupon.page.limitsSaved'))
      onClose()
    },
    onError: faults,
  })
  return (
    <Modal open width={660} title={t('coupon.page.limits')} okText={t('common.save')} confirmLoading={save.isPending} onOk={form.submit} onCancel={onClose}>
      <Form<CouponLimits> form={form} layout="vertical" initialValues={{ stock, budget, perCustomer }} onFinish={(limits) => save.mutate(limits)}>
        <LimitFields />
      </Form>
    </Modal>
  )
}

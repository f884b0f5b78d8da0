import { Button, Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { Panel } from '@/shared/components/Panel'
import { templateOf, type CouponAnswers } from '../api/couponForm'
import { usePlacedFaults } from '../api/usePlacedFaults'
import { useSaveCoupon } from '../api/useSaveCoupon'
import { BenefitFields } from './BenefitFields'
import { LimitFields } from './LimitFields'
import { RuleFields, ScopeFields } from './RuleFields'
import { ValidityFields } from './ValidityFields'

/** All that is said on a coupon; whatever the server finds wrong stands at its field. */
export function CouponForm({ id, start }: { id?: string; start: CouponAnswers }) {
  const { t } = useTranslation()
  const [form] = Form.useForm<CouponAnswers>()
  const faults = usePlacedFaults(form, { 'coupon-template-name-taken': 'name' })
  const save = useSaveCoupon(id)
  return (
    <Form<CouponAnswers>
      form={form}
      layout="vertical"
      initialValues={start}
      onFinish={(answers) => save.mutate(templateOf(answers), { onError: faults })}
      scrollToFirstError
    >
      <div className="ww-stack">
        <Panel title={t('coupon.form.benefitTitle')} note={t('coupon.form.draftNote')}>
          <Form.Item name="name" label={t('common.name')} rules={[{ required: true, whitespace: true, message: t('common.required') }]}>
            <Input maxLength={80} style={{ maxWidth: 420 }} />
          </Form.Item>
          <BenefitFields />
        </Panel>
        <Panel title={t('coupon.form.thresholdTitle')}>
          <ValidityFields />
        </Panel>
        <Panel title={t('coupon.form.scopeTitle')} note={t('coupon.form.scopeHint')}>
          <ScopeFields />
        </Panel>
        <Panel title={t('coupon.form.rulesTitle')}>
          <RuleFields />
        </Panel>
        <Panel title={t('coupon.form.limitsTitle')}>
          <LimitFields />
        </Panel>
        <div>
          <Button type="primary" size="large" htmlType="submit" data-testid="save-coupon" loading={save.isPending}>
            {t('common.save')}
          </Button>
        </div>
      </div>
    </Form>
  )
}

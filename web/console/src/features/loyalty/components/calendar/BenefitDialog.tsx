import { useQuery } from '@tanstack/react-query'
import type { QueryKey } from '@tanstack/react-query'
import { Form, Input, InputNumber, Modal, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { changeMemberBenefit, createMemberBenefit, type MemberBenefit, type NewMemberBenefit } from '@/client'
import { getProgrammeOptions } from '@/client/@tanstack/react-query.gen'
import { useBrand } from '@/shared/brand/BrandContext'
import { useFieldFaults } from '@/shared/hooks/useFieldFaults'
import { newReward, rewardOf, type RewardAnswers } from '../../api/reward'
import { useChange } from '../../api/useChange'
import { RewardFields } from '../play/RewardFields'
import { TierSelect } from '../TierSelect'

const OCCASIONS = ['birthday', 'memberDay', 'month', 'year', 'once', 'again'] as const
/** Once and again may be told apart later, too. */
const REACHED: readonly string[] = ['once', 'again']

type Answers = Omit<NewMemberBenefit, 'reward'> & { reward: RewardAnswers }

const START: Answers = { name: '', occasion: 'birthday', tiers: [], plan: null, daysBefore: 7, day: 1, cost: 0, reward: newReward }

interface Props {
  /** What is changed; null for a new one. */
  benefit: MemberBenefit | null
  touched: QueryKey[]
  onClose: () => void
}

/** A benefit as a person writes it. Once it has begun, when it is given stays. */
export function BenefitDialog({ benefit, touched, onClose }: Props) {
  const { t } = useTranslation()
  const { id: brand, currency } = useBrand()
  const [form] = Form.useForm<Answers>()
  const faults = useFieldFaults(form, { 'benefit-name-taken': 'name' })
  const occasion = Form.useWatch('occasion', form)
  const plans = useQuery(getProgrammeOptions({ path: { brand } })).data?.draft?.plans ?? []
  const begun = benefit !== null && (benefit.active || benefit.given > 0)
  const save = useChange(
    ({ reward, daysBefore, day, plan, ...told }: Answers) => {
      const body = {
        ...told,
        plan: plan ?? null,
        daysBefore: told.occasion === 'birthday' ? (daysBefore ?? 0) : 0,
        day: told.occasion === 'memberDay' ? (day ?? 1) : null,
        reward: rewardOf(reward),
      }
      return benefit ? changeMemberBenefit({ path: { brand, id: Number(benefit.id) }, body }) : createMemberBenefit({ path: { brand }, body })
    },
    touched,
    ({ benefit: { name } }) => t(benefit ? 'benefit.changed' : 'play.calendar.created', { name }),
    onClose,
  )
  return (
    <Modal
      open
      width={680}
      title={t(benefit ? 'benefit.edit' : 'play.calendar.create')}
      okText={t('common.save')}
      confirmLoading={save.isPending}
      onOk={form.submit}
      onCancel={onClose}
    >
      {begun && <p className="ww-muted">{t('benefit.begun')}</p>}
      <Form<Answers>
        form={form}
        layout="vertical"
        initialValues={{ ...START, ...benefit?.benefit }}
        onFinish={(answers) => save.mutate({ ...START, ...benefit?.benefit, ...answers }, { onError: faults })}
      >
        <Form.Item name="name" label={t('common.name')} rules={[{ required: true, whitespace: true, message: t('common.required') }]}>
          <Input maxLength={40} />
        </Form.Item>
        <div className="ww-row">
          <Form.Item name="occasion" label={t('play.calendar.occasion')}>
            <Select disabled={begun && !REACHED.includes(benefit.benefit.occasion)} style={{ width: 190 }} options={OCCASIONS.filter((value) => !begun || value === benefit.benefit.occasion || REACHED.includes(value)).map((value) => ({ value, label: t(`benefit.every.${value}`) }))} />
          </Form.Item>
          {occasion === 'birthday' && (
            <Form.Item name="daysBefore" label={t('play.calendar.daysBefore')}>
              <InputNumber min={0} max={30} precision={0} style={{ width: 110 }} />
            </Form.Item>
          )}
          {occasion === 'memberDay' && (
            <Form.Item name="day" label={t('benefit.day')} extra={t('benefit.dayHint')}>
              <InputNumber min={1} max={28} precision={0} style={{ width: 110 }} />
            </Form.Item>
          )}
          <Form.Item name="cost" label={t('programme.tiers.cost')}>
            <InputNumber min={0} precision={2} suffix={currency} style={{ width: 160 }} />
          </Form.Item>
        </div>
        <div className="ww-row">
          <Form.Item name="tiers" label={t('play.calendar.tiers')} extra={t('mall.form.tiersHint')}>
            <TierSelect />
          </Form.Item>
          {plans.length > 0 && (
            <Form.Item name="plan" label={t('benefit.plan')} extra={t('benefit.planHint')}>
              <Select allowClear disabled={begun} style={{ minWidth: 180 }} options={plans.map(({ id, name }) => ({ value: id, label: name }))} />
            </Form.Item>
          )}
        </div>
        <RewardFields name={['reward']} />
      </Form>
    </Modal>
  )
}

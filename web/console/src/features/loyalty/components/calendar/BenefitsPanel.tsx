import { Button, Form, Input, InputNumber, Modal, Select, Table } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { createMemberBenefit, startMemberBenefit, stopMemberBenefit, type MemberBenefit, type NewMemberBenefit } from '@/client'
import { listBenefitCalendarQueryKey, listMemberBenefitsQueryKey } from '@/client/@tanstack/react-query.gen'
import { useBrand } from '@/shared/brand/BrandContext'
import { EmptyState } from '@/shared/components/EmptyState'
import { Count } from '@/shared/components/Numbers'
import { Panel } from '@/shared/components/Panel'
import { StateTag } from '@/shared/components/StateTag'
import { useFieldFaults } from '@/shared/hooks/useFieldFaults'
import { useReport } from '@/shared/hooks/useReport'
import { newReward, rewardOf, type RewardAnswers } from '../../api/reward'
import { useChange } from '../../api/useChange'
import { RewardFields } from '../play/RewardFields'
import { useRewardWords } from '../play/useRewardWords'
import { TierSelect } from '../TierSelect'

const OCCASIONS = ['birthday', 'month', 'year', 'reached'] as const

interface Props {
  benefits: MemberBenefit[]
  /** Which month is looked at: it changes with the benefits. */
  at: { year: number; month: number }
}

/** What members are given without asking. */
export function BenefitsPanel({ benefits, at }: Props) {
  const { t } = useTranslation()
  const { id: brand } = useBrand()
  const reward = useRewardWords()
  const report = useReport()
  const [making, make] = useState(false)
  const touched = [listMemberBenefitsQueryKey({ path: { brand } }), listBenefitCalendarQueryKey({ path: { brand }, query: at })]
  const turn = useChange(
    ({ id, active }: MemberBenefit) => (active ? stopMemberBenefit : startMemberBenefit)({ path: { brand, id: Number(id) } }),
    touched,
    ({ active }) => t(active ? 'play.calendar.started' : 'play.calendar.stopped'),
  )
  return (
    <Panel
      flush
      title={t('play.calendar.benefits')}
      extra={
        <Button type="primary" onClick={() => make(true)}>
          {t('play.calendar.create')}
        </Button>
      }
    >
      <Table<MemberBenefit>
        rowKey="id"
        size="middle"
        dataSource={benefits}
        scroll={{ x: 'max-content' }}
        pagination={false}
        locale={{ emptyText: <EmptyState title={t('play.calendar.noBenefits')} text={t('play.calendar.noBenefitsText')} /> }}
        columns={[
          { title: t('common.name'), render: (_, { benefit }) => benefit.name },
          { title: t('common.state'), render: (_, { active }) => <StateTag tone={active ? 'good' : 'calm'}>{t(active ? 'play.active' : 'play.stopped')}</StateTag> },
          { title: t('play.calendar.occasion'), render: (_, { benefit }) => t(`play.calendar.occasions.${benefit.occasion}`) },
          { title: t('play.calendar.tiers'), render: (_, { benefit }) => (benefit.tiers.length > 0 ? benefit.tiers.join('、') : t('play.calendar.allTiers')) },
          { title: t('play.reward.kind'), render: (_, { benefit }) => reward(benefit.reward) },
          { title: t('play.calendar.given'), className: 'ww-right', render: (_, { given }) => <Count value={given} /> },
          { title: t('play.calendar.doneOn'), render: (_, { doneOn }) => <span className="ww-number">{doneOn ?? '—'}</span> },
          {
            title: '',
            render: (_, row) => (
              <Button size="small" onClick={() => turn.mutate(row, { onError: report.refused })}>
                {t(row.active ? 'play.stop' : 'play.start')}
              </Button>
            ),
          },
        ]}
      />
      {making && <BenefitDialog onClose={() => make(false)} touched={touched} />}
    </Panel>
  )
}

type Answers = Omit<NewMemberBenefit, 'reward'> & { reward: RewardAnswers }

function BenefitDialog({ onClose, touched }: { onClose: () => void; touched: Parameters<typeof useChange>[1] }) {
  const { t } = useTranslation()
  const { id: brand } = useBrand()
  const [form] = Form.useForm<Answers>()
  const faults = useFieldFaults(form, { 'benefit-name-taken': 'name' })
  const occasion = Form.useWatch('occasion', form)
  const save = useChange(
    ({ reward, daysBefore, ...told }: Answers) =>
      createMemberBenefit({ path: { brand }, body: { ...told, daysBefore: told.occasion === 'birthday' ? (daysBefore ?? 0) : 0, reward: rewardOf(reward) } }),
    touched,
    ({ benefit }) => t('play.calendar.created', { name: benefit.name }),
    onClose,
  )
  return (
    <Modal open width={640} title={t('play.calendar.create')} okText={t('common.save')} confirmLoading={save.isPending} onOk={form.submit} onCancel={onClose}>
      <Form<Answers>
        form={form}
        layout="vertical"
        initialValues={{ occasion: 'birthday', tiers: [], daysBefore: 7, reward: newReward }}
        onFinish={(answers) => save.mutate(answers, { onError: faults })}
      >
        <Form.Item name="name" label={t('common.name')} rules={[{ required: true, whitespace: true, message: t('common.required') }]}>
          <Input maxLength={40} />
        </Form.Item>
        <div className="ww-row">
          <Form.Item name="occasion" label={t('play.calendar.occasion')}>
            <Select style={{ width: 160 }} options={OCCASIONS.map((value) => ({ value, label: t(`play.calendar.occasions.${value}`) }))} />
          </Form.Item>
          {occasion === 'birthday' && (
            <Form.Item name="daysBefore" label={t('play.calendar.daysBefore')}>
              <InputNumber min={0} max={30} precision={0} style={{ width: 110 }} />
            </Form.Item>
          )}
          <Form.Item name="tiers" label={t('play.calendar.tiers')} extra={t('mall.form.tiersHint')}>
            <TierSelect />
          </Form.Item>
        </div>
        <RewardFields name={['reward']} />
      </Form>
    </Modal>
  )
}

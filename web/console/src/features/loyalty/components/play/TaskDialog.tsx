import { useQuery } from '@tanstack/react-query'
import { Form, Input, InputNumber, Modal, Select, Switch } from 'antd'
import { useTranslation } from 'react-i18next'
import { changeMemberTask, createMemberTask, type EventFilter, type LoyaltyTask, type TaskDefinition } from '@/client'
import { listGrowthProgrammesOptions, listGrowthProgrammesQueryKey, listMemberTasksQueryKey } from '@/client/@tanstack/react-query.gen'
import { useBrand } from '@/shared/brand/BrandContext'
import { isWhole } from '../../api/eventFilter'
import { newReward, rewardOf, type RewardAnswers } from '../../api/reward'
import { useChange } from '../../api/useChange'
import { usePlacedFaults } from '../../api/usePlacedFaults'
import { TimeInput } from '../TimeInput'
import { EventFilterField } from './EventFilterField'
import { RewardFields } from './RewardFields'

interface Answers {
  name: string
  text: string
  event: EventFilter
  times: number
  per: TaskDefinition['per']
  withinDays: number | null
  growth: string | null
  from: string | null
  until: string | null
  fromPages: boolean | null
  reward: RewardAnswers
}

const PERS = ['once', 'day', 'week', 'month'] as const
const START: Partial<Answers> = { text: '', times: 1, per: 'once', withinDays: null, growth: null, from: null, until: null, fromPages: false, reward: newReward }

interface Props {
  /** What is changed; null for a new one. */
  task: LoyaltyTask | null
  onClose: () => void
}

/** A task as a person writes it. Once it has begun, what members are at stays. */
export function TaskDialog({ task: old, onClose }: Props) {
  const { t } = useTranslation()
  const { id: brand } = useBrand()
  const [form] = Form.useForm<Answers>()
  const faults = usePlacedFaults(form, { 'task-name-taken': 'name' }, (pointer) => pointer.replace('/definition/', '/'))
  const per = Form.useWatch('per', form)
  const growth = useQuery(listGrowthProgrammesOptions({ path: { brand } })).data ?? []
  const begun = old !== null && (old.active || old.activeFrom !== null)
  const start: Partial<Answers> = old ? { name: old.task.name, growth: old.task.growth, ...old.task.definition } : START
  const save = useChange(
    ({ name, growth: belongs, reward, ...told }: Answers) => {
      const body = {
        name,
        growth: belongs ?? null,
        definition: {
          ...told,
          link: old?.task.definition.link ?? null,
          withinDays: told.per === 'once' ? (told.withinDays ?? null) : null,
          reward: rewardOf(reward),
        },
      }
      return old ? changeMemberTask({ path: { brand, id: old.id }, body }) : createMemberTask({ path: { brand }, body })
    },
    [listMemberTasksQueryKey({ path: { brand } }), listGrowthProgrammesQueryKey({ path: { brand } })],
    ({ task }) => t(old ? 'play.task.changed' : 'play.task.created', { name: task.name }),
    onClose,
  )
  const needed = [{ required: true, message: t('common.required') }]
  return (
    <Modal open width={720} title={t(old ? 'play.task.edit' : 'play.task.create')} okText={t('common.save')} confirmLoading={save.isPending} onOk={form.submit} onCancel={onClose}>
      {begun && <p className="ww-muted">{t('play.task.begun')}</p>}
      <Form<Answers> form={form} layout="vertical" initialValues={start} onFinish={(answers) => save.mutate({ ...start, ...answers, ...(begun && { reward: old.task.definition.reward }) } as Answers, { onError: faults })}>
        <Form.Item name="name" label={t('common.name')} rules={[{ ...needed[0], whitespace: true }]}>
          <Input maxLength={40} />
        </Form.Item>
        <Form.Item name="text" label={t('play.task.text')}>
          <Input.TextArea rows={2} maxLength={500} />
        </Form.Item>
        <Form.Item name="event" label={t('play.task.event')} rules={[{ validator: (_, filter?: EventFilter) => (filter && isWhole(filter) ? Promise.resolve() : Promise.reject(new Error(t('play.task.unfinished')))) }]}>
          <EventFilterField />
        </Form.Item>
        <Form.Item name="fromPages" label={t('play.task.fromPages')} extra={t('play.task.fromPagesHint')} valuePropName="checked">
          <Switch />
        </Form.Item>
        <div className="ww-row">
          <Form.Item name="times" label={t('play.task.times')} rules={needed}>
            <InputNumber disabled={begun} min={1} max={1000} precision={0} style={{ width: 110 }} />
          </Form.Item>
          <Form.Item name="per" label={t('play.task.per')}>
            <Select disabled={begun} style={{ width: 130 }} options={PERS.map((value) => ({ value, label: t(`play.task.pers.${value}`) }))} />
          </Form.Item>
          {per === 'once' && (
            <Form.Item name="withinDays" label={t('play.task.withinDays')}>
              <InputNumber disabled={begun} min={1} max={366} precision={0} style={{ width: 130 }} />
            </Form.Item>
          )}
        </div>
        {!begun && <RewardFields name={['reward']} />}
        <div className="ww-row">
          <Form.Item name="growth" label={t('play.task.growth')}>
            <Select allowClear disabled={begun} style={{ minWidth: 180 }} options={growth.map(({ id, programme }) => ({ value: id, label: programme.name }))} />
          </Form.Item>
          {!begun && (
            <Form.Item name="from" label={t('play.task.from')}>
              <TimeInput />
            </Form.Item>
          )}
          <Form.Item name="until" label={t('play.task.until')}>
            <TimeInput />
          </Form.Item>
        </div>
      </Form>
    </Modal>
  )
}

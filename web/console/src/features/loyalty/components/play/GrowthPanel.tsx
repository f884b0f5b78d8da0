import { Button, Form, Input, Modal, Switch, Table } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { changeGrowthProgramme, createGrowthProgramme, type GrowthProgramme } from '@/client'
import { listGrowthProgrammesQueryKey } from '@/client/@tanstack/react-query.gen'
import { useBrand } from '@/shared/brand/BrandContext'
import { EmptyState } from '@/shared/components/EmptyState'
import { Count } from '@/shared/components/Numbers'
import { Panel } from '@/shared/components/Panel'
import { StateTag } from '@/shared/components/StateTag'
import { useFieldFaults } from '@/shared/hooks/useFieldFaults'
import { newReward, rewardOf, type RewardAnswers } from '../../api/reward'
import { useChange } from '../../api/useChange'
import { RewardFields } from './RewardFields'
import { useRewardWords } from './useRewardWords'

interface Answers {
  name: string
  text: string
  active: boolean
  reward: RewardAnswers
}

/** Tasks that belong together. */
export function GrowthPanel({ programmes }: { programmes: GrowthProgramme[] }) {
  const { t } = useTranslation()
  const reward = useRewardWords()
  const [edited, edit] = useState<GrowthProgramme | 'new' | null>(null)
  return (
    <Panel flush title={t('play.growth.title')} extra={<Button onClick={() => edit('new')}>{t('play.growth.create')}</Button>}>
      <Table<GrowthProgramme>
        rowKey="id"
        size="middle"
        dataSource={programmes}
        pagination={false}
        locale={{ emptyText: <EmptyState title={t('play.growth.empty')} text={t('play.growth.emptyText')} /> }}
        columns={[
          {
            title: t('common.name'),
            render: (_, row) => (
              <Button type="link" size="small" style={{ paddingInline: 0 }} onClick={() => edit(row)}>
                {row.programme.name}
              </Button>
            ),
          },
          {
            title: t('common.state'),
            render: (_, { programme }) => <StateTag tone={programme.active ? 'good' : 'calm'}>{t(programme.active ? 'play.active' : 'play.stopped')}</StateTag>,
          },
          { title: t('play.growth.tasks'), className: 'ww-right', render: (_, { tasks }) => <Count value={tasks} /> },
          { title: t('play.reward.kind'), render: (_, { programme }) => reward(programme.reward) },
          { title: t('play.growth.done'), className: 'ww-right', render: (_, { done }) => <Count value={done} /> },
        ]}
      />
      {edited && <GrowthDialog growth={edited === 'new' ? undefined : edited} onClose={() => edit(null)} />}
    </Panel>
  )
}

function GrowthDialog({ growth, onClose }: { growth?: GrowthProgramme; onClose: () => void }) {
  const { t } = useTranslation()
  const { id: brand } = useBrand()
  const [form] = Form.useForm<Answers>()
  const faults = useFieldFaults(form, { 'task-name-taken': 'name' })
  const save = useChange(
    (answers: Answers) => {
      const body = { ...answers, reward: rewardOf(answers.reward) }
      return growth ? changeGrowthProgramme({ path: { brand, id: growth.id }, body }) : createGrowthProgramme({ path: { brand }, body })
    },
    [listGrowthProgrammesQueryKey({ path: { brand } })],
    ({ programme }) => t('play.growth.saved', { name: programme.name }),
    onClose,
  )
  return (
    <Modal open width={640} title={growth?.programme.name ?? t('play.growth.create')} okText={t('common.save')} confirmLoading={save.isPending} onOk={form.submit} onCancel={onClose}>
      <Form<Answers>
        form={form}
        layout="vertical"
        initialValues={growth?.programme ?? { text: '', active: true, reward: newReward }}
        onFinish={(answers) => save.mutate(answers, { onError: faults })}
      >
        <Form.Item name="name" label={t('common.name')} rules={[{ required: true, whitespace: true, message: t('common.required') }]}>
          <Input maxLength={40} />
        </Form.Item>
        <Form.Item name="text" label={t('play.growth.text')}>
          <Input.TextArea rows={2} maxLength={500} />
        </Form.Item>
        <Form.Item name="active" label={t('play.growth.active')} valuePropName="checked">
          <Switch />
        </Form.Item>
        <RewardFields name={['reward']} />
      </Form>
    </Modal>
  )
}

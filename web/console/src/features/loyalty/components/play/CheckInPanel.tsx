import { MinusCircleOutlined, PlusOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button, Form, InputNumber, Select, Switch, Table } from 'antd'
import { useTranslation } from 'react-i18next'
import { saveCheckInRule, type CheckInRule } from '@/client'
import { getCheckInRuleQueryKey, listCheckInDaysOptions } from '@/client/@tanstack/react-query.gen'
import { useBrand } from '@/shared/brand/BrandContext'
import { EmptyState } from '@/shared/components/EmptyState'
import { Loaded } from '@/shared/components/Loaded'
import { Count } from '@/shared/components/Numbers'
import { Panel } from '@/shared/components/Panel'
import { useFieldFaults } from '@/shared/hooks/useFieldFaults'
import { newReward, rewardOf, type RewardAnswers } from '../../api/reward'
import { useChange } from '../../api/useChange'
import { RewardFields } from './RewardFields'

interface Answers {
  active: boolean
  points: (number | string)[]
  bonuses: { day: number; reward: RewardAnswers }[]
}

/** What checking in brings, and how many do. */
export function CheckInPanel({ rule }: { rule: CheckInRule }) {
  const { t } = useTranslation()
  const { id: brand } = useBrand()
  const [form] = Form.useForm<Answers>()
  const faults = useFieldFaults(form)
  const days = useQuery(listCheckInDaysOptions({ path: { brand } }))
  const save = useChange(
    ({ active, points, bonuses }: Answers) =>
      saveCheckInRule({
        path: { brand },
        body: { active, points: points.map(Number), bonuses: bonuses.map(({ day, reward }) => ({ day, reward: rewardOf(reward) })) },
      }),
    [getCheckInRuleQueryKey({ path: { brand } })],
    () => t('play.checkIn.saved'),
  )
  return (
    <div className="ww-stack">
      <Panel title={t('play.checkIn.title')}>
        <Form<Answers> form={form} layout="vertical" initialValues={rule} onFinish={(answers) => save.mutate(answers, { onError: faults })}>
          <Form.Item name="active" label={t('play.checkIn.active')} valuePropName="checked">
            <Switch />
          </Form.Item>
          <Form.Item name="points" label={t('play.checkIn.points')} extra={t('play.checkIn.pointsHint')} rules={[{ required: true, message: t('common.required') }]}>
            <Select mode="tags" open={false} suffixIcon={null} tokenSeparators={[',', '，', ' ']} style={{ maxWidth: 420 }} />
          </Form.Item>
          <h3>{t('play.checkIn.bonuses')}</h3>
          <Form.List name="bonuses">
            {(rows, { add, remove }) => (
              <>
                {rows.map(({ key, name }) => (
                  <div className="ww-row" key={key}>
                    <Form.Item name={[name, 'day']} label={t('play.checkIn.bonusDay')} rules={[{ required: true, message: t('common.required') }]}>
                      <InputNumber min={1} max={366} precision={0} style={{ width: 110 }} />
                    </Form.Item>
                    <RewardFields name={[name, 'reward']} at={['bonuses', name, 'reward']} />
                    <Button type="text" icon={<MinusCircleOutlined />} aria-label={t('play.checkIn.removeBonus')} onClick={() => remove(name)} />
                  </div>
                ))}
                <Form.Item>
                  <Button icon={<PlusOutlined />} onClick={() => add({ day: 7, reward: newReward })}>
                    {t('play.checkIn.addBonus')}
                  </Button>
                </Form.Item>
              </>
            )}
          </Form.List>
          <Button type="primary" htmlType="submit" loading={save.isPending}>
            {t('common.save')}
          </Button>
        </Form>
      </Panel>
      <Panel flush title={t('play.checkIn.days')}>
        <Loaded query={days}>
          {(list) => (
            <Table
              rowKey="day"
              size="middle"
              dataSource={[...list].reverse()}
              pagination={false}
              locale={{ emptyText: <EmptyState title={t('play.checkIn.none')} text={t('play.checkIn.noneText')} /> }}
              columns={[
                { title: t('play.checkIn.days'), render: (_, { day }) => <span className="ww-number">{day}</span> },
                { title: t('play.checkIn.members'), className: 'ww-right', render: (_, { members }) => <Count value={members} /> },
                { title: t('play.checkIn.week'), className: 'ww-right', render: (_, { week }) => <Count value={week} /> },
                { title: t('play.checkIn.given'), className: 'ww-right', render: (_, { points }) => <Count value={points} /> },
              ]}
            />
          )}
        </Loaded>
      </Panel>
    </div>
  )
}

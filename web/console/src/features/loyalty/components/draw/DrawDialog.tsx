import { MinusCircleOutlined, PlusOutlined } from '@ant-design/icons'
import { Alert, Button, Form, Input, InputNumber, Modal } from 'antd'
import { useTranslation } from 'react-i18next'
import { changeLuckyDraw, createLuckyDraw, type LuckyDraw } from '@/client'
import { listLuckyDrawsQueryKey } from '@/client/@tanstack/react-query.gen'
import { useBrand } from '@/shared/brand/BrandContext'
import { useFieldFaults } from '@/shared/hooks/useFieldFaults'
import { percentOf, sumOfOdds, weightOf } from '../../api/odds'
import { newReward, rewardOf, type RewardAnswers } from '../../api/reward'
import { useChange } from '../../api/useChange'
import { RewardFields } from '../play/RewardFields'
import { TimeInput } from '../TimeInput'

interface PrizeAnswers {
  name: string
  reward: RewardAnswers
  percent: number
  stock: number | null
}

interface Answers {
  name: string
  price: number | null
  perDay: number
  from: string | null
  until: string | null
  prizes: PrizeAnswers[]
}

const PRIZE: Partial<PrizeAnswers> = { reward: newReward, percent: 10, stock: null }
const START: Partial<Answers> = { price: 10, perDay: 3, from: null, until: null, prizes: [PRIZE as PrizeAnswers] }

interface Props {
  /** What is changed; null for a new one. */
  draw: LuckyDraw | null
  onClose: () => void
}

/** A lucky draw, whose odds are seen to add up while they are typed. Once it has begun they stay. */
export function DrawDialog({ draw: old, onClose }: Props) {
  const { t } = useTranslation()
  const { id: brand } = useBrand()
  const [form] = Form.useForm<Answers>()
  const faults = useFieldFaults(form, { 'draw-name-taken': 'name' })
  const prizes = Form.useWatch('prizes', form) as Partial<PrizeAnswers>[] | undefined
  const sum = sumOfOdds((prizes ?? []).map((prize) => prize?.percent))
  const begun = old !== null && (old.active || old.plays > 0)
  const start = old ? { ...old.draw, prizes: old.draw.prizes.map(({ weight, ...prize }) => ({ ...prize, percent: percentOf(weight) })) } : START
  const save = useChange(
    ({ prizes: won, ...draw }: Answers) => {
      const body = {
        ...draw,
        price: draw.price ?? null,
        prizes: won.map(({ name, reward, percent, stock }, place) => ({
          name,
          reward: begun ? old.draw.prizes[place].reward : rewardOf(reward),
          weight: weightOf(percent),
          stock: stock ?? null,
        })),
      }
      return old ? changeLuckyDraw({ path: { brand, id: old.id }, body }) : createLuckyDraw({ path: { brand }, body })
    },
    [listLuckyDrawsQueryKey({ path: { brand } })],
    ({ draw }) => t(old ? 'play.draw.changed' : 'play.draw.created', { name: draw.name }),
    onClose,
  )
  const needed = [{ required: true, message: t('common.required') }]
  return (
    <Modal
      open
      width={860}
      title={t(old ? 'play.draw.edit' : 'play.draw.create')}
      okText={t('common.save')}
      okButtonProps={{ disabled: sum > 100 }}
      confirmLoading={save.isPending}
      onOk={form.submit}
      onCancel={onClose}
    >
      <p className="ww-muted">{t(begun ? 'play.draw.begun' : 'play.draw.fixed')}</p>
      <Form<Answers> form={form} layout="vertical" initialValues={start} onFinish={(answers) => save.mutate({ ...start, ...answers } as Answers, { onError: faults })}>
        <Form.Item name="name" label={t('common.name')} rules={[{ ...needed[0], whitespace: true }]}>
          <Input maxLength={40} style={{ maxWidth: 420 }} />
        </Form.Item>
        <div className="ww-row">
          <Form.Item name="price" label={t('play.draw.price')} extra={t('play.draw.priceHint')}>
            <InputNumber disabled={begun} min={1} precision={0} style={{ width: 160 }} />
          </Form.Item>
          <Form.Item name="perDay" label={t('play.draw.perDay')} rules={needed}>
            <InputNumber min={1} max={100} precision={0} style={{ width: 160 }} />
          </Form.Item>
          {!begun && (
            <Form.Item name="from" label={t('play.draw.from')}>
              <TimeInput />
            </Form.Item>
          )}
          <Form.Item name="until" label={t('play.draw.until')}>
            <TimeInput />
          </Form.Item>
        </div>
        <h3>{t('play.draw.prizes')}</h3>
        <p className="ww-muted ww-small">{t('play.draw.oddsHint')}</p>
        <Form.List name="prizes">
          {(rows, { add, remove }) => (
            <>
              {rows.map(({ key, name }) => (
                <div className="ww-row" key={key}>
                  <Form.Item name={[name, 'name']} label={t('play.draw.prize')} rules={[{ ...needed[0], whitespace: true }]}>
                    <Input maxLength={40} style={{ width: 160 }} />
                  </Form.Item>
                  {!begun && <RewardFields name={[name, 'reward']} at={['prizes', name, 'reward']} />}
                  <Form.Item name={[name, 'percent']} label={t('play.draw.odds')} rules={needed}>
                    <InputNumber disabled={begun} min={0.0001} max={100} precision={4} suffix="%" style={{ width: 140 }} />
                  </Form.Item>
                  <Form.Item name={[name, 'stock']} label={t('play.draw.stock')}>
                    <InputNumber min={1} precision={0} style={{ width: 110 }} />
                  </Form.Item>
                  {rows.length > 1 && !begun && <Button type="text" icon={<MinusCircleOutlined />} aria-label={t('play.draw.removePrize')} onClick={() => remove(name)} />}
                </div>
              ))}
              <Form.Item>
                <Button icon={<PlusOutlined />} disabled={begun || rows.length >= 20} onClick={() => add(PRIZE)}>
                  {t('play.draw.addPrize')}
                </Button>
              </Form.Item>
            </>
          )}
        </Form.List>
        <Alert
          showIcon
          role="status"
          type={sum > 100 ? 'error' : 'info'}
          title={sum > 100 ? t('play.draw.oddsTooMuch', { percent: sum }) : t('play.draw.oddsSum', { percent: sum, rest: sumOfOdds([100, -sum]) })}
        />
      </Form>
    </Modal>
  )
}

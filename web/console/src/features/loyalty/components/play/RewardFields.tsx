import { useQuery } from '@tanstack/react-query'
import { Form, InputNumber, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { listLuckyDrawsOptions } from '@/client/@tanstack/react-query.gen'
import { useBrand } from '@/shared/brand/BrandContext'
import { TemplateSelect } from '../TemplateSelect'

interface Props {
  /** Where the reward stands in the form, such as `['prizes', 0, 'reward']` within a list named `prizes`. */
  name: (string | number)[]
  /** The same from the form's root. */
  at?: (string | number)[]
  /** Whether it may be nothing at all. */
  optional?: boolean
}

const KINDS = ['points', 'coupon', 'chances'] as const
const NOTHING = 'none'

/** What somebody gets: points, a coupon or free draws. */
export function RewardFields({ name, at = name, optional = false }: Props) {
  const { t } = useTranslation()
  const { id: brand } = useBrand()
  const type = Form.useWatch([...at, 'type']) as string | undefined
  const draws = useQuery({ ...listLuckyDrawsOptions({ path: { brand } }), enabled: type === 'chances' }).data ?? []
  const kinds = KINDS.map((value) => ({ value: value as string, label: t(`play.reward.kinds.${value}`) }))
  const needed = [{ required: true, message: t('common.required') }]
  return (
    <div className="ww-row">
      <Form.Item name={[...name, 'type']} label={t('play.reward.kind')}>
        <Select style={{ minWidth: 130 }} options={optional ? [{ value: NOTHING, label: t('benefit.nothing') }, ...kinds] : kinds} />
      </Form.Item>
      {type === 'points' && (
        <Form.Item name={[...name, 'points']} label={t('play.reward.points')} rules={needed}>
          <InputNumber min={1} precision={0} style={{ width: 130 }} />
        </Form.Item>
      )}
      {type === 'coupon' && (
        <Form.Item name={[...name, 'template']} label={t('play.reward.template')} rules={needed}>
          <TemplateSelect />
        </Form.Item>
      )}
      {type === 'chances' && (
        <>
          <Form.Item name={[...name, 'draw']} label={t('play.reward.draw')} rules={needed}>
            <Select style={{ minWidth: 180 }} options={draws.map(({ id, draw }) => ({ value: id, label: draw.name }))} />
          </Form.Item>
          <Form.Item name={[...name, 'chances']} label={t('play.reward.chances')} rules={needed}>
            <InputNumber min={1} max={100} precision={0} style={{ width: 110 }} />
          </Form.Item>
        </>
      )}
    </div>
  )
}

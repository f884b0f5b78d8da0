import { Table } from 'antd'
import { useMemo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { WhatIfAnswer } from '@/client'
import { Defined } from '@/shared/components/Definition'
import { Count, Money } from '@/shared/components/Numbers'
import { Panel } from '@/shared/components/Panel'
import { tierPairs } from '../../api/whatIf'
import { SideBySide } from './SideBySide'

type Tier = WhatIfAnswer['today']['tiers'][number]

/** Members per tier as bars, and what the tiers cost. */
export function WhatIfTiers({ answer }: { answer: WhatIfAnswer }) {
  const { t } = useTranslation()
  const { today, draft } = answer
  const pairs = useMemo(() => tierPairs({ today, draft }), [today, draft])
  const names = useMemo(() => pairs.map(({ name }) => name), [pairs])
  const before = useMemo(() => pairs.map((pair) => pair.today), [pairs])
  const after = useMemo(() => pairs.map((pair) => pair.draft), [pairs])
  if (pairs.length === 0) return null
  const of = (tiers: Tier[], id: string) => tiers.find((tier) => tier.id === id)
  const number = (title: ReactNode, value: (id: string) => ReactNode) => ({ title, className: 'ww-right', render: (_: unknown, { id }: { id: string }) => value(id) })
  const actual = pairs.some((pair) => pair.actual !== null)
  return (
    <Panel title={t('whatIf.tiers')} note={t('whatIf.tiersNote')}>
      <SideBySide names={names} today={before} draft={after} label={t('whatIf.tiers')} />
      <Table
        rowKey="id"
        size="middle"
        dataSource={pairs}
        pagination={false}
        scroll={{ x: 'max-content' }}
        columns={[
          { title: t('whatIf.tier'), render: (_, { name }) => name },
          ...(actual ? [number(<Defined meaning={{ definition: t('whatIf.actualMeaning') }}>{t('whatIf.actual')}</Defined>, (id) => <Count value={of(today.tiers, id)?.actual} />)] : []),
          number(t('whatIf.today'), (id) => <Count value={of(today.tiers, id)?.members} />),
          number(t('whatIf.draft'), (id) => <Count value={of(draft.tiers, id)?.members} />),
          number(`${t('whatIf.reached')} · ${t('whatIf.today')}`, (id) => <Count value={of(today.tiers, id)?.reached} />),
          number(`${t('whatIf.reached')} · ${t('whatIf.draft')}`, (id) => <Count value={of(draft.tiers, id)?.reached} />),
          number(<Defined meaning={{ definition: t('whatIf.benefitsMeaning') }}>{`${t('whatIf.benefits')} · ${t('whatIf.today')}`}</Defined>, (id) => <Money value={of(today.tiers, id)?.benefitsCost} />),
          number(`${t('whatIf.benefits')} · ${t('whatIf.draft')}`, (id) => <Money value={of(draft.tiers, id)?.benefitsCost} />),
        ]}
      />
    </Panel>
  )
}

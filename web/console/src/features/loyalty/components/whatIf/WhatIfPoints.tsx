import { Table } from 'antd'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { WhatIfAnswer } from '@/client'
import { Count, Money } from '@/shared/components/Numbers'
import { Panel } from '@/shared/components/Panel'
import { SideBySide } from './SideBySide'

/** Points by month as bars, and by rule with what they cost. */
export function WhatIfPoints({ answer }: { answer: WhatIfAnswer }) {
  const { t } = useTranslation()
  const { today, draft } = answer
  const months = useMemo(() => answer.months.map((month) => month.slice(2, 7).replace('-', '/')), [answer.months])
  const sides = [
    { key: 'today', side: today },
    { key: 'draft', side: draft },
  ] as const
  return (
    <Panel title={t('whatIf.points')} note={t('whatIf.pointsNote')}>
      <SideBySide names={months} today={today.pointsByMonth} draft={draft.pointsByMonth} label={t('whatIf.points')} />
      <div className="ww-split">
        {sides.map(({ key, side }) => (
          <Table
            key={key}
            rowKey="id"
            size="middle"
            dataSource={side.rules}
            pagination={false}
            scroll={{ x: 'max-content' }}
            title={() => `${t(`whatIf.${key}`)} · ${t('whatIf.rules')}`}
            columns={[
              { title: t('whatIf.rule'), render: (_, { name }) => name },
              { title: t('whatIf.given'), className: 'ww-right', render: (_, { given }) => <Count value={given} /> },
              { title: t('whatIf.takenBack'), className: 'ww-right', render: (_, { takenBack }) => <Count value={takenBack} /> },
            ]}
            footer={() => (
              <span data-testid={`what-if-points-${key}`}>
                {t('whatIf.total')} <Count value={side.points} /> · {t('whatIf.pointsCost')} <Money value={side.pointsCost} />
              </span>
            )}
          />
        ))}
      </div>
    </Panel>
  )
}

import { Button, Table } from 'antd'
import { useTranslation } from 'react-i18next'
import type { WhatIfAnswer } from '@/client'
import { Count } from '@/shared/components/Numbers'
import { Panel } from '@/shared/components/Panel'
import { useUrlFilters } from '@/shared/hooks/useUrlFilters'
import { columnsOf, moverRows, type MoverRow } from '../../api/whatIf'
import { MoversTable } from './MoversTable'

const FILTERS = ['from', 'to'] as const
const NONE = '-'

/** From which tier to which, and behind each number who they are. */
export function MoversPanel({ id, answer }: { id: string; answer: WhatIfAnswer }) {
  const { t } = useTranslation()
  const { filters, set } = useUrlFilters(FILTERS)
  const rows = moverRows(answer)
  if (answer.today.tiers.length + answer.draft.tiers.length === 0) return null
  const nameOf = (tiers: { id: string; name: string }[], tier: string | null) => tiers.find((one) => one.id === tier)?.name ?? t('whatIf.noTier')
  const chosen = (tier: string | undefined) => (tier === NONE ? null : (tier ?? null))
  const cell = ({ from, cells }: MoverRow, at: number) => {
    const { to, move } = cells[at]
    if (!move) return <span className="ww-muted">—</span>
    if (move.way === 'same') return <Count value={move.members} className="ww-muted" />
    const words = t('whatIf.who', { from: nameOf(answer.today.tiers, from), to: nameOf(answer.draft.tiers, to) })
    return (
      <Button type="link" size="small" aria-label={words} onClick={() => set({ from: from ?? NONE, to: to ?? NONE })}>
        {move.way === 'up' ? '↑' : '↓'} <Count value={move.members} />
      </Button>
    )
  }
  return (
    <Panel title={t('whatIf.moves')} note={t('whatIf.movesNote')}>
      <Table
        rowKey={({ from }) => from ?? NONE}
        size="middle"
        dataSource={rows}
        pagination={false}
        scroll={{ x: 'max-content' }}
        columns={[
          { title: t('whatIf.today'), fixed: 'left', render: (_, { from }) => nameOf(answer.today.tiers, from) },
          ...columnsOf(answer).map((to, at) => ({
            title: t('whatIf.movesTo', { tier: nameOf(answer.draft.tiers, to) }),
            className: 'ww-right',
            render: (_: unknown, row: MoverRow) => cell(row, at),
          })),
        ]}
      />
      {filters.from && filters.to && (
        <MoversTable
          id={id}
          from={chosen(filters.from)}
          to={chosen(filters.to)}
          title={t('whatIf.who', { from: nameOf(answer.today.tiers, chosen(filters.from)), to: nameOf(answer.draft.tiers, chosen(filters.to)) })}
          onClose={() => set({ from: null, to: null })}
        />
      )}
    </Panel>
  )
}

import { Button, Table, type TableColumnsType } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Evaluation } from '@/client'
import { Defined } from '@/shared/components/Definition'
import { EmptyState } from '@/shared/components/EmptyState'
import { Count } from '@/shared/components/Numbers'
import { Panel } from '@/shared/components/Panel'
import { useFormat } from '@/shared/hooks/useFormat'
import { MovedDrawer, type Moved } from './MovedDrawer'

/** The latest evaluations; a number leads to the people behind it. */
export function Evaluations({ segment, evaluations }: { segment: string; evaluations: Evaluation[] }) {
  const { t } = useTranslation()
  const format = useFormat()
  const [moved, setMoved] = useState<Moved>()
  const who = (evaluation: Evaluation, side: Moved['side']) => {
    const { number, at, listed } = evaluation
    const count = evaluation[side]
    if (count === 0) return <span className="ww-muted">0</span>
    const sign = side === 'entered' ? '+' : '−'
    return (
      <Button type="link" size="small" disabled={!listed} title={listed ? undefined : t('sizes.notListed')} onClick={() => setMoved({ number, at, side })}>
        {sign}
        {format.exact(count)}
      </Button>
    )
  }
  const columns: TableColumnsType<Evaluation> = [
    { title: t('sizes.at'), render: (_, { at }) => <span className="ww-number">{format.time(at)}</span> },
    { title: t('sizes.size'), className: 'ww-right', render: (_, { size }) => <Count value={size} /> },
    { title: t('sizes.entered'), className: 'ww-right', render: (_, one) => who(one, 'entered') },
    {
      title: <Defined meaning={{ definition: t('sizes.leftMeaning') }}>{t('sizes.left')}</Defined>,
      className: 'ww-right',
      render: (_, one) => who(one, 'left'),
    },
    {
      title: t('sizes.version'),
      render: (_, { version }, index) => {
        const before = evaluations[index + 1]
        return t(before && before.version !== version ? 'sizes.versionChanged' : 'sizes.versionOf', { n: version })
      },
    },
  ]
  return (
    <Panel flush title={t('sizes.evaluations')} note={evaluations.length === 1 ? t('sizes.first') : t('sizes.evaluationsNote')}>
      <Table
        size="small"
        rowKey="number"
        columns={columns}
        dataSource={evaluations}
        pagination={{ pageSize: 10, hideOnSinglePage: true, size: 'small' }}
        scroll={{ x: 'max-content' }}
        locale={{ emptyText: <EmptyState title={t('sizes.empty')} /> }}
      />
      <MovedDrawer segment={segment} moved={moved} onClose={() => setMoved(undefined)} />
    </Panel>
  )
}

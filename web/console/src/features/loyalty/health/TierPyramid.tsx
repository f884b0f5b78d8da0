import { Button, Skeleton, Table } from 'antd'
import { lazy, Suspense, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { TierHealth, TierHealthLevel } from '@/client'
import { useBrandPath } from '@/shared/brand/BrandContext'
import { useColours } from '@/shared/chart/useColours'
import { Defined } from '@/shared/components/Definition'
import { EmptyState } from '@/shared/components/EmptyState'
import { Count } from '@/shared/components/Numbers'
import { Panel } from '@/shared/components/Panel'
import { useFormat } from '@/shared/hooks/useFormat'
import { movesOption, pyramidOption } from './tierOptions'

const Chart = lazy(() => import('@/shared/chart/Chart'))

/** Members per tier with the top above, and who moved between them. */
export function TierPyramid({ tiers }: { tiers: TierHealth }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { water, sun, text, muted, line, surface } = useColours()
  const { members, months } = tiers
  const levels = useMemo(() => tiers.tiers.map((tier) => ({ ...tier, name: tier.name ?? t('programmeHealth.tiers.none') })), [tiers, t])
  const colours = useMemo(() => ({ water, sun, text, muted, line, surface }), [water, sun, text, muted, line, surface])
  const pyramid = useMemo(() => pyramidOption(levels, members, format, colours), [levels, members, format, colours])
  const moves = useMemo(
    () => movesOption(months, { up: t('programmeHealth.tiers.up'), down: t('programmeHealth.tiers.down') }, format, colours),
    [months, t, format, colours],
  )
  if (members === 0) return <NoMembers counted={tiers.countedAt !== null} />
  const moved = months.some(({ up, down }) => up > 0 || down > 0)
  const name = (key: 'members' | 'reached' | 'lost') => <Defined meaning={{ definition: t(`programmeHealth.tiers.meaning.${key}`) }}>{t(`programmeHealth.tiers.${key}`)}</Defined>
  return (
    <Panel title={t('programmeHealth.tiers.title')} note={tiers.countedAt && t('programmeHealth.tiers.countedAt', { time: format.time(tiers.countedAt) })}>
      <div className="ww-stack">
        <Drawn option={pyramid} height={levels.length * 44 + 16} label={t('programmeHealth.tiers.title')} />
        <Table<TierHealthLevel & { name: string }>
          rowKey="tier"
          size="middle"
          dataSource={[...levels].reverse()}
          pagination={false}
          scroll={{ x: 'max-content' }}
          columns={[
            { title: t('programmeHealth.tiers.tier'), dataIndex: 'name', fixed: 'left' },
            { title: name('members'), className: 'ww-right', render: (_, row) => <Count value={row.members} /> },
            { title: t('programmeHealth.tiers.share'), className: 'ww-right', render: (_, row) => format.rate(row.members / members) },
            { title: name('reached'), className: 'ww-right', render: (_, row) => <Count value={row.reached} /> },
            { title: name('lost'), className: 'ww-right', render: (_, row) => <Count value={row.lost} /> },
          ]}
        />
        {moved && (
          <div>
            <div className="ww-muted">{t('programmeHealth.tiers.moves')}</div>
            <Drawn option={moves} height={200} label={t('programmeHealth.tiers.moves')} />
          </div>
        )}
      </div>
    </Panel>
  )
}

function Drawn({ option, height, label }: { option: Record<string, unknown>; height: number; label: string }) {
  return (
    <Suspense fallback={<Skeleton.Node active style={{ width: '100%', height }} />}>
      <Chart option={option} height={height} label={label} />
    </Suspense>
  )
}

function NoMembers({ counted }: { counted: boolean }) {
  const { t } = useTranslation()
  const path = useBrandPath()
  return (
    <Panel title={t('programmeHealth.tiers.title')}>
      <EmptyState
        title={t(counted ? 'programmeHealth.tiers.empty' : 'programmeHealth.tiers.uncounted')}
        text={t(counted ? 'programmeHealth.tiers.emptyText' : 'programmeHealth.tiers.uncountedText')}
        action={
          <Link to={path('/imports/new')}>
            <Button>{t('programmeHealth.tiers.emptyAction')}</Button>
          </Link>
        }
      />
    </Panel>
  )
}

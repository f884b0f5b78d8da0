import { useQuery } from '@tanstack/react-query'
import { Button, Space, Table } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { startLuckyDraw, stopLuckyDraw, type LuckyDraw } from '@/client'
import { listLuckyDrawsOptions, listLuckyDrawsQueryKey } from '@/client/@tanstack/react-query.gen'
import { useBrand } from '@/shared/brand/BrandContext'
import { EmptyState } from '@/shared/components/EmptyState'
import { Loaded } from '@/shared/components/Loaded'
import { Count } from '@/shared/components/Numbers'
import { PageHeader } from '@/shared/components/PageHeader'
import { Panel } from '@/shared/components/Panel'
import { StateTag } from '@/shared/components/StateTag'
import { useReport } from '@/shared/hooks/useReport'
import { percentOf } from '../api/odds'
import { useChange } from '../api/useChange'
import { DrawDialog } from '../components/draw/DrawDialog'
import { RollsDrawer } from '../components/draw/RollsDrawer'

/** Lucky draws, their prizes and how they fare. */
export function LuckyDrawsPage() {
  const { t } = useTranslation()
  const { id: brand } = useBrand()
  const report = useReport()
  const [open, setOpen] = useState<LuckyDraw | 'new' | null>(null)
  const [looked, look] = useState<LuckyDraw | null>(null)
  const draws = useQuery(listLuckyDrawsOptions({ path: { brand } }))
  const turn = useChange(
    ({ id, active }: LuckyDraw) => (active ? stopLuckyDraw : startLuckyDraw)({ path: { brand, id } }),
    [listLuckyDrawsQueryKey({ path: { brand } })],
    ({ active }) => t(active ? 'play.draw.started' : 'play.draw.stopped'),
  )
  const create = (
    <Button type="primary" onClick={() => setOpen('new')}>
      {t('play.draw.create')}
    </Button>
  )
  const prizes = ({ draw, given }: LuckyDraw) =>
    draw.prizes.map(({ name, weight, stock }, place) => (
      <div key={name}>
        {name} <span className="ww-muted ww-number">{`${percentOf(weight)}% · ${given[place]} / ${stock ?? t('mall.unlimited')}`}</span>
      </div>
    ))
  return (
    <>
      <PageHeader title={t('play.draw.title')} headline={t('play.draw.headline')} actions={create} />
      <Panel flush>
        <Loaded query={draws}>
          {(list) => (
            <Table<LuckyDraw>
              rowKey="id"
              size="middle"
              dataSource={list}
              scroll={{ x: 'max-content' }}
              pagination={list.length > 50 ? { pageSize: 50 } : false}
              locale={{ emptyText: <EmptyState title={t('play.draw.empty')} text={t('play.draw.emptyText')} action={create} /> }}
              columns={[
                { title: t('common.name'), render: (_, { draw }) => draw.name },
                { title: t('common.state'), render: (_, { active }) => <StateTag tone={active ? 'good' : 'calm'}>{t(active ? 'play.active' : 'play.stopped')}</StateTag> },
                { title: `${t('play.draw.prizes')} · ${t('play.draw.odds')} · ${t('play.draw.given')}`, render: (_, row) => prizes(row) },
                { title: t('play.draw.price'), className: 'ww-right', render: (_, { draw }) => (draw.price == null ? '—' : <Count value={draw.price} />) },
                { title: t('play.draw.plays'), className: 'ww-right', render: (_, { plays }) => <Count value={plays} /> },
                { title: t('play.draw.members'), className: 'ww-right', render: (_, { members }) => <Count value={members} /> },
                { title: t('play.draw.points'), className: 'ww-right', render: (_, { points }) => <Count value={points} /> },
                {
                  title: '',
                  render: (_, row) => (
                    <Space>
                      <Button size="small" onClick={() => look(row)}>
                        {t('play.draw.rolls')}
                      </Button>
                      <Button size="small" onClick={() => setOpen(row)}>
                        {t('common.edit')}
                      </Button>
                      <Button size="small" onClick={() => turn.mutate(row, { onError: report.refused })}>
                        {t(row.active ? 'play.stop' : 'play.start')}
                      </Button>
                    </Space>
                  ),
                },
              ]}
            />
          )}
        </Loaded>
      </Panel>
      {open && <DrawDialog draw={open === 'new' ? null : open} onClose={() => setOpen(null)} />}
      {looked && <RollsDrawer draw={looked} onClose={() => look(null)} />}
    </>
  )
}

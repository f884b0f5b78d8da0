import { Drawer } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { DrawRoll, LuckyDraw } from '@/client'
import { listDrawRollsInfiniteOptions } from '@/client/@tanstack/react-query.gen'
import { useBrand, useBrandPath } from '@/shared/brand/BrandContext'
import { CopyBox } from '@/shared/components/CopyBox'
import { CursorTable } from '@/shared/components/CursorTable'
import { EmptyState } from '@/shared/components/EmptyState'
import { Count } from '@/shared/components/Numbers'
import { useCursorPages } from '@/shared/hooks/useCursorPages'
import { useFormat } from '@/shared/hooks/useFormat'

/** Every roll of a draw, and what it can be checked with. */
export function RollsDrawer({ draw, onClose }: { draw: LuckyDraw; onClose: () => void }) {
  const { t } = useTranslation()
  const { id: brand } = useBrand()
  const path = useBrandPath()
  const format = useFormat()
  const pages = useCursorPages<DrawRoll>(listDrawRollsInfiniteOptions({ path: { brand, id: draw.id }, query: { limit: 50 } }))
  return (
    <Drawer open size={760} title={`${t('play.draw.rolls')} · ${draw.draw.name}`} onClose={onClose}>
      <p className="ww-muted ww-small">{t('play.draw.promiseHint')}</p>
      <CopyBox label={t('play.draw.promise')} text={draw.promise} />
      <CursorTable<DrawRoll>
        rowKey="number"
        pages={pages}
        empty={<EmptyState title={t('play.draw.noRolls')} />}
        columns={[
          { title: '#', render: (_, { number }) => <span className="ww-number">{number}</span> },
          { title: t('mall.order.customer'), render: (_, { customer }) => <Link to={path(`/customers/${customer}`)}>{t('customer.list.anonymous', { no: customer })}</Link> },
          { title: t('mall.order.placed'), render: (_, { at }) => <span className="ww-number">{format.time(at)}</span> },
          { title: t('play.draw.points'), className: 'ww-right', render: (_, { price }) => <Count value={price} /> },
          { title: t('play.draw.roll'), className: 'ww-right', render: (_, { roll }) => <span className="ww-number">{format.exact(roll)}</span> },
          { title: t('play.draw.prize'), render: (_, { prize, soldOut }) => prize ?? <span className="ww-muted">{t(soldOut ? 'play.draw.soldOut' : 'play.draw.nothing')}</span> },
        ]}
      />
    </Drawer>
  )
}

import { type TableColumnsType } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { StatementLine } from '@/client'
import { listPointsEntriesInfiniteOptions } from '@/client/@tanstack/react-query.gen'
import { useBrand, useBrandPath } from '@/shared/brand/BrandContext'
import { CursorTable } from '@/shared/components/CursorTable'
import { EmptyState } from '@/shared/components/EmptyState'
import { Panel } from '@/shared/components/Panel'
import { signed } from '@/shared/format/signed'
import { useCursorPages } from '@/shared/hooks/useCursorPages'
import { useFormat } from '@/shared/hooks/useFormat'
import { bookedLater } from '../api/points'

const OTHERS = ['pending', 'frozen', 'debt'] as const

/** Every booking of one customer, the latest first, each with its reason. */
export function PointsStatement({ no }: { no: number }) {
  const { t, i18n } = useTranslation()
  const { id: brand } = useBrand()
  const format = useFormat()
  const pages = useCursorPages<StatementLine>(listPointsEntriesInfiniteOptions({ path: { brand, no }, query: { limit: 20 } }))
  const named = (kind: string) => {
    const key = `points.customer.kinds.${kind}`
    return i18n.exists(key) ? (t as (key: string) => string)(key) : kind
  }
  const columns: TableColumnsType<StatementLine> = [
    {
      title: t('points.customer.at'),
      render: (_, line) => (
        <>
          {format.time(line.at)}
          {bookedLater(line) && <div className="ww-muted ww-small">{t('points.customer.bookedLater', { time: format.time(line.bookedAt) })}</div>}
        </>
      ),
    },
    { title: t('points.customer.kind'), render: (_, { kind }) => named(kind) },
    {
      title: t('points.customer.why'),
      render: (_, { why, others }) => (
        <>
          {why}
          {others.length > 0 && <Others others={others} />}
        </>
      ),
    },
    {
      title: t('points.customer.availableChange'),
      className: 'ww-right',
      render: (_, { available }) => <span className="ww-number">{available === 0 ? '—' : signed(available, format.exact)}</span>,
    },
    {
      title: t('points.customer.otherChange'),
      render: (_, line) =>
        OTHERS.filter((part) => line[part] !== 0)
          .map((part) => `${t(`points.customer.${part}`)} ${signed(line[part], format.exact)}`)
          .join(' · '),
    },
  ]
  return (
    <Panel flush title={t('points.customer.statement')} note={t('points.customer.statementNote')}>
      <CursorTable
        rowKey="entry"
        pages={pages}
        columns={columns}
        empty={<EmptyState title={t('points.customer.empty')} text={t('points.customer.emptyText')} />}
      />
    </Panel>
  )
}

/** Whose points they are besides, or whose booking it is: everybody leads to their own page. */
function Others({ others }: Pick<StatementLine, 'others'>) {
  const { t } = useTranslation()
  const format = useFormat()
  const path = useBrandPath()
  return (
    <div className="ww-muted ww-small">
      {t('points.customer.others')}
      {others.map(({ customer, name, points }, index) => (
        <span key={customer}>
          {index > 0 && ' · '}
          <Link to={path(`/customers/${customer}?tab=points`)}>{name ?? t('customer.list.anonymous', { no: customer })}</Link> {format.exact(points)}
        </span>
      ))}
    </div>
  )
}

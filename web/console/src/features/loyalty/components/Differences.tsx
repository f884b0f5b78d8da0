import { Table } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Difference } from '@/client'
import { useBrandPath } from '@/shared/brand/BrandContext'
import { useFormat } from '@/shared/hooks/useFormat'

/** What is numbered as a booking is: a lot as the one that opened it. */
const BOOKED = ['entry', 'lot']

interface Props {
  differences: Difference[]
  /** What `which` is called where it is always of one sort. */
  which?: string
}

/** What is kept beside what it should be. */
export function Differences({ differences, which }: Props) {
  const { t, i18n } = useTranslation()
  const format = useFormat()
  const path = useBrandPath()
  const named = (what: string) => {
    const key = `points.page.whats.${what}`
    return i18n.exists(key) ? (t as (key: string) => string)(key) : what
  }
  return (
    <Table
      rowKey={({ what, which: number }) => `${what}:${number}`}
      size="middle"
      pagination={differences.length > 50 ? { pageSize: 50 } : false}
      scroll={{ x: 'max-content' }}
      dataSource={differences}
      columns={[
        { title: t('points.page.what'), render: (_, { what }) => named(what) },
        { title: which ?? t('points.page.which'), render: (_, { what, which: number }) => (BOOKED.includes(what) ? <Link to={path(`/points?tab=entries&entry=${number}`)}>{number}</Link> : number) },
        { title: t('points.page.stands'), className: 'ww-right', render: (_, { stands }) => <span className="ww-number">{format.exact(stands)}</span> },
        { title: t('points.page.adds'), className: 'ww-right', render: (_, { adds }) => <span className="ww-number">{format.exact(adds)}</span> },
      ]}
    />
  )
}

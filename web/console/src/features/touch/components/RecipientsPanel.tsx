import { Select, type TableColumnsType } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Broadcast, RecipientRow } from '@/client'
import { listRecipientsInfiniteOptions } from '@/client/@tanstack/react-query.gen'
import { pathId } from '@/shared/api/pathId'
import { useBrand, useBrandPath } from '@/shared/brand/BrandContext'
import { CursorTable } from '@/shared/components/CursorTable'
import { EmptyState } from '@/shared/components/EmptyState'
import { Panel } from '@/shared/components/Panel'
import { StateTag } from '@/shared/components/StateTag'
import { toneOf } from '@/shared/components/tones'
import { useCursorPages } from '@/shared/hooks/useCursorPages'
import { useFormat } from '@/shared/hooks/useFormat'
import { useUrlFilters } from '@/shared/hooks/useUrlFilters'
import { useReason } from '@/shared/hooks/useReason'

const STATES = ['pending', 'sent', 'delivered', 'clicked', 'failed', 'unknown', 'cancelled', 'suppressed', 'holdout'] as const
const FILTERS = ['state'] as const

export function RecipientsPanel({ broadcast }: { broadcast: Broadcast }) {
  const { t, i18n } = useTranslation()
  const { id: brand } = useBrand()
  const path = useBrandPath()
  const format = useFormat()
  const reasonOf = useReason()
  const { filters, set } = useUrlFilters(FILTERS)
  const pages = useCursorPages<RecipientRow>(
    listRecipientsInfiniteOptions({ path: { brand, id: pathId(broadcast.id) }, query: { limit: 50, ...(filters.state && { state: filters.state }) } }),
    { refetchInterval: broadcast.state === 'sending' ? 5_000 : false },
  )
  const stateName = (state: string) => {
    const key = `touch.recipients.states.${state}`
    return i18n.exists(key) ? (t as (key: string) => string)(key) : state
  }
  const columns: TableColumnsType<RecipientRow> = [
    {
      title: t('touch.recipients.customer'),
      render: (_, row) => <Link to={path(`/customers/${row.customerNo}`)}>{row.name ?? t('search.customerNo', { no: row.customerNo })}</Link>,
    },
    { title: t('touch.recipients.state'), render: (_, { state }) => <StateTag tone={toneOf(state)}>{stateName(state)}</StateTag> },
    { title: t('touch.recipients.reason'), render: (_, { reason }) => reason && reasonOf(reason) },
    { title: t('touch.recipients.guide'), dataIndex: 'guide' },
    { title: t('touch.recipients.sentAt'), render: (_, { sentAt }) => format.time(sentAt) },
    { title: t('touch.recipients.deliveredAt'), render: (_, { deliveredAt }) => format.time(deliveredAt) },
    { title: t('touch.recipients.clickedAt'), render: (_, { clickedAt }) => format.time(clickedAt) },
  ]
  return (
    <Panel
      flush
      extra={
        <Select
          allowClear
          style={{ width: 180 }}
          placeholder={t('touch.recipients.all')}
          aria-label={t('touch.recipients.state')}
          value={filters.state}
          options={STATES.map((state) => ({ value: state, label: stateName(state) }))}
          onChange={(state?: string) => set({ state })}
        />
      }
    >
      <CursorTable rowKey="customerNo" pages={pages} columns={columns} empty={<EmptyState title={t('touch.recipients.empty')} />} />
    </Panel>
  )
}

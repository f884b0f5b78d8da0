import { Button, Space } from 'antd'
import { useTranslation } from 'react-i18next'
import type { EntryLine } from '@/client'
import { findPointsEntriesInfiniteOptions } from '@/client/@tanstack/react-query.gen'
import { useBrand } from '@/shared/brand/BrandContext'
import { CursorTable } from '@/shared/components/CursorTable'
import { EmptyState } from '@/shared/components/EmptyState'
import { Panel } from '@/shared/components/Panel'
import { signed } from '@/shared/format/signed'
import { isoDay } from '@/shared/format/time'
import { useCursorPages } from '@/shared/hooks/useCursorPages'
import { useFormat } from '@/shared/hooks/useFormat'
import { useUrlFilters } from '@/shared/hooks/useUrlFilters'
import { accountsOf, ENTRY_FILTERS, questionOf } from '../api/entryFilter'
import { EntryDrawer } from './EntryDrawer'
import { EntryFilters } from './EntryFilters'
import { EntryMember } from './EntryMember'
import { useEntryWords } from './useEntryWords'

const LIMIT = 50
const SHOWN = ['entry'] as const

/** The bookings behind the numbers: found by order, key, member, day, account and kind; one opens beside them. */
export function EntriesPanel() {
  const { t } = useTranslation()
  const { id: brand, timeZone } = useBrand()
  const format = useFormat()
  const words = useEntryWords()
  const { filters, set, clear } = useUrlFilters(ENTRY_FILTERS)
  const shown = useUrlFilters(SHOWN)
  const today = isoDay(new Date().toISOString(), timeZone)
  const pages = useCursorPages<EntryLine>(findPointsEntriesInfiniteOptions({ path: { brand }, query: { ...questionOf(filters, today), limit: LIMIT } }))
  const goesOn = pages.hasNext && (pages.items?.length ?? LIMIT) < LIMIT
  const asked = accountsOf(filters)
  return (
    <Panel flush note={t('entry.note')} title={t('points.page.tabs.entries')}>
      <EntryFilters filters={filters} today={today} set={set} clear={clear} />
      <CursorTable<EntryLine>
        rowKey="entry"
        pages={pages}
        summaryText={goesOn ? t('entry.goesOn') : undefined}
        empty={<EmptyState title={t('entry.none')} text={goesOn ? t('entry.goesOn') : t('entry.noneText')} />}
        columns={[
          {
            title: t('entry.number'),
            render: (_, { entry }) => (
              <Button type="link" size="small" className="ww-number" onClick={() => shown.set({ entry })}>
                {entry}
              </Button>
            ),
          },
          { title: t('entry.bookedAt'), render: (_, { bookedAt }) => <span className="ww-number">{format.time(bookedAt)}</span> },
          { title: t('points.customer.kind'), render: (_, { kind }) => words.kind(kind) },
          { title: t('entry.member'), render: (_, { customer, name }) => <EntryMember customer={customer} name={name} /> },
          {
            title: t('entry.why'),
            render: (_, { why, key }) => (
              <>
                {why}
                {key && <div className="ww-muted ww-small">{key}</div>}
              </>
            ),
          },
          {
            title: t('entry.moved'),
            render: (_, { accounts }) => (
              <Space orientation="vertical" size={0}>
                {Object.entries(accounts).map(([account, amount]) => (
                  <span key={account} className={asked.length > 0 && !asked.includes(account) ? 'ww-muted' : undefined}>
                    {words.account(account)} <span className="ww-number">{amount === 0 ? '0' : signed(amount, format.exact)}</span>
                  </span>
                ))}
              </Space>
            ),
          },
        ]}
      />
      {shown.filters.entry && <EntryDrawer id={shown.filters.entry} onOpen={(entry) => shown.set({ entry })} onClose={() => shown.set({ entry: null })} />}
    </Panel>
  )
}

import { Button, Table } from 'antd'
import { useTranslation } from 'react-i18next'
import type { EntryLot } from '@/client'
import { StateTag } from '@/shared/components/StateTag'
import { useFormat } from '@/shared/hooks/useFormat'
import { EntryMember } from './EntryMember'

const COUNTS = [
  ['lotPoints', 'points'],
  ['remaining', 'remaining'],
  ['expired', 'expired'],
] as const

/** Lots as they are now; each leads to the booking that opened it. */
export function EntryLots({ lots, onOpen }: { lots: EntryLot[]; onOpen: (entry: number) => void }) {
  const { t } = useTranslation()
  const format = useFormat()
  return (
    <Table<EntryLot>
      rowKey="lot"
      size="small"
      pagination={lots.length > 50 ? { pageSize: 50 } : false}
      scroll={{ x: 'max-content' }}
      dataSource={lots}
      columns={[
        {
          title: t('entry.lot'),
          render: (_, { lot, opened }) =>
            opened ? (
              <>
                <span className="ww-number">{lot}</span> <StateTag tone="water">{t('entry.opened')}</StateTag>
              </>
            ) : (
              <Button type="link" size="small" className="ww-number" aria-label={t('entry.openedBy', { number: lot })} onClick={() => onOpen(lot)}>
                {lot}
              </Button>
            ),
        },
        { title: t('entry.member'), render: (_, { customer, name }) => <EntryMember customer={customer} name={name} /> },
        ...COUNTS.map(([name, part]) => ({
          title: t(`entry.${name}`),
          className: 'ww-right',
          render: (_: unknown, lot: EntryLot) => <span className="ww-number">{format.exact(lot[part])}</span>,
        })),
        {
          title: t('entry.expiresAt'),
          render: (_, { expiresAt, pending, availableAt }) => (
            <>
              <span className="ww-number">{expiresAt ? format.time(expiresAt) : t('entry.never')}</span>
              {pending && <div className="ww-muted ww-small">{t('entry.pendingUntil', { time: format.time(availableAt) })}</div>}
            </>
          ),
        },
      ]}
    />
  )
}

import { Button, Table } from 'antd'
import { useTranslation } from 'react-i18next'
import type { EntryPosting } from '@/client'
import { signed } from '@/shared/format/signed'
import { useFormat } from '@/shared/hooks/useFormat'
import { EntryMember } from './EntryMember'
import { useEntryWords } from './useEntryWords'

interface Props {
  postings: EntryPosting[]
  sum: number
  onOpen: (entry: number) => void
}

export function EntryPostings({ postings, sum, onOpen }: Props) {
  const { t } = useTranslation()
  const format = useFormat()
  const words = useEntryWords()
  const ofMember = (account: string) => ['available', 'pending', 'frozen', 'debt'].includes(account)
  return (
    <Table<EntryPosting>
      rowKey="number"
      size="small"
      pagination={postings.length > 50 ? { pageSize: 50 } : false}
      scroll={{ x: 'max-content' }}
      dataSource={postings}
      columns={[
        { title: t('points.page.account'), render: (_, { account }) => words.account(account) },
        { title: t('entry.member'), render: (_, { account, customer, name }) => ofMember(account) && <EntryMember customer={customer} name={name} /> },
        {
          title: t('entry.lot'),
          render: (_, { lot }) =>
            lot !== null && (
              <Button type="link" size="small" className="ww-number" aria-label={t('entry.openedBy', { number: lot })} onClick={() => onOpen(lot)}>
                {lot}
              </Button>
            ),
        },
        { title: t('entry.points'), className: 'ww-right', render: (_, { amount }) => <span className="ww-number">{signed(amount, format.exact)}</span> },
      ]}
      summary={() => (
        <Table.Summary.Row>
          <Table.Summary.Cell index={0} colSpan={3}>
            <strong>{t('entry.sum')}</strong>
          </Table.Summary.Cell>
          <Table.Summary.Cell index={3} className="ww-right">
            <strong className="ww-number" data-testid="entry-sum">
              {format.exact(sum)}
            </strong>
          </Table.Summary.Cell>
        </Table.Summary.Row>
      )}
    />
  )
}

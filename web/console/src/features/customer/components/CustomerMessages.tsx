import { type TableColumnsType } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { CustomerMessage } from '@/client'
import { listCustomerMessagesInfiniteOptions } from '@/client/@tanstack/react-query.gen'
import { useBrand, useBrandPath } from '@/shared/brand/BrandContext'
import { CursorTable } from '@/shared/components/CursorTable'
import { EmptyState } from '@/shared/components/EmptyState'
import { Panel } from '@/shared/components/Panel'
import { StateTag } from '@/shared/components/StateTag'
import { useCursorPages } from '@/shared/hooks/useCursorPages'
import { useFormat } from '@/shared/hooks/useFormat'
import { STATE_TONES, stateOf } from '../api/messageState'

/** "Why did she not get it?": everything that was sent to this customer, and everything that was not. */
export function CustomerMessages({ no }: { no: number }) {
  const { t } = useTranslation()
  const { id: brand } = useBrand()
  const path = useBrandPath()
  const format = useFormat()
  const pages = useCursorPages<CustomerMessage>(listCustomerMessagesInfiniteOptions({ path: { brand, no }, query: { limit: 20 } }))
  const columns: TableColumnsType<CustomerMessage> = [
    { title: t('customer.messages.at'), render: (_, { at }) => format.time(at) },
    {
      title: t('customer.messages.what'),
      render: (_, { kind, id, name }) => (
        <>
          {kind === 'broadcast' ? <Link to={path(`/broadcasts/${id}`)}>{name}</Link> : name}{' '}
          <span className="ww-muted ww-small">{t(`customer.messages.kinds.${kind}`)}</span>
        </>
      ),
    },
    { title: t('customer.messages.channel'), render: (_, { channel }) => t(`channel.${channel}`) },
    { title: t('customer.messages.purpose'), render: (_, { purpose }) => t(`touch.form.purposes.${purpose}`) },
    {
      title: t('customer.messages.outcome'),
      render: (_, { state, clickedAt }) => {
        const known = stateOf(state)
        return (
          <>
            {known ? <StateTag tone={STATE_TONES[known]}>{t(`customer.messages.states.${known}`)}</StateTag> : state}
            {clickedAt && <span className="ww-small"> {t('customer.messages.clicked')}</span>}
          </>
        )
      },
    },
    {
      title: t('customer.messages.why'),
      render: (_, { words, waitsUntil, reason }) =>
        words && waitsUntil && reason === 'quiet-hours' ? t('customer.messages.until', { words, time: format.time(waitsUntil) }) : words,
    },
  ]
  return (
    <Panel flush title={t('customer.tabs.messages')} note={t('customer.messages.note')}>
      <CursorTable
        rowKey={({ kind, id }) => `${kind}:${id}`}
        pages={pages}
        columns={columns}
        empty={<EmptyState title={t('customer.messages.empty')} />}
      />
    </Panel>
  )
}

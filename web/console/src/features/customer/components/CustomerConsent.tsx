import { useQuery } from '@tanstack/react-query'
import { Button, Table, type TableColumnsType } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ConsentDecision } from '@/client'
import { getCustomerConsentOptions, listConsentDecisionsInfiniteOptions } from '@/client/@tanstack/react-query.gen'
import { useBrand } from '@/shared/brand/BrandContext'
import { CursorTable } from '@/shared/components/CursorTable'
import { EmptyState } from '@/shared/components/EmptyState'
import { Loaded } from '@/shared/components/Loaded'
import { Panel } from '@/shared/components/Panel'
import { StateTag } from '@/shared/components/StateTag'
import { useCursorPages } from '@/shared/hooks/useCursorPages'
import { useFormat } from '@/shared/hooks/useFormat'
import { QuietPreference } from './QuietPreference'
import { RecordConsentDialog } from './RecordConsentDialog'
import { useConsentWords } from './useConsentWords'

/** What the customer allows and refuses, when they want quiet, and every decision that led there. */
export function CustomerConsent({ no }: { no: number }) {
  const { t } = useTranslation()
  const { id: brand } = useBrand()
  const format = useFormat()
  const words = useConsentWords()
  const [recording, setRecording] = useState(false)
  const state = useQuery(getCustomerConsentOptions({ path: { brand, no } }))
  const pages = useCursorPages<ConsentDecision>(listConsentDecisionsInfiniteOptions({ path: { brand, no }, query: { limit: 20 } }))
  const columns: TableColumnsType<ConsentDecision> = [
    { title: t('customer.consent.at'), render: (_, one) => <span className="ww-number">{format.time(one.at)}</span> },
    { title: t('customer.consent.channel'), render: (_, one) => words.channel(one.channel) },
    { title: t('customer.consent.purpose'), render: (_, one) => words.purpose(one.purpose) },
    { title: t('customer.consent.decision'), render: (_, one) => <Granted granted={one.granted} /> },
    {
      title: t('customer.consent.how'),
      render: (_, one) => [one.wording, one.version, one.proof].filter(Boolean).join(' · ') || <span className="ww-muted">—</span>,
    },
    { title: t('customer.consent.source'), render: (_, one) => (one.recordedBy ? t('customer.consent.recordedBy', { name: one.recordedBy }) : one.source) },
  ]
  return (
    <div className="ww-stack">
      <Loaded query={state}>
        {({ inForce, quiet }) => (
          <div className="ww-split">
            <Panel
              flush
              title={t('customer.consent.inForce')}
              note={t('customer.consent.inForceNote')}
              extra={<Button onClick={() => setRecording(true)}>{t('customer.consent.record')}</Button>}
            >
              <Table
                size="small"
                rowKey={({ channel, purpose }) => `${channel}:${purpose}`}
                pagination={false}
                showHeader={false}
                scroll={{ x: 'max-content' }}
                dataSource={inForce}
                locale={{ emptyText: t('customer.consents.empty') }}
                columns={[
                  { render: (_, one) => words.purpose(one.purpose) },
                  { render: (_, one) => words.channel(one.channel) },
                  { render: (_, one) => <Granted granted={one.granted} /> },
                  { className: 'ww-muted', render: (_, one) => `${format.day(one.at)} · ${one.source}` },
                ]}
              />
            </Panel>
            <QuietPreference no={no} wish={quiet ?? null} />
          </div>
        )}
      </Loaded>
      <Panel flush title={t('customer.consent.ledger')} note={t('customer.consent.ledgerNote')}>
        <CursorTable rowKey="position" pages={pages} columns={columns} size="small" empty={<EmptyState title={t('customer.consents.empty')} />} />
      </Panel>
      <RecordConsentDialog no={no} open={recording} onClose={() => setRecording(false)} />
    </div>
  )
}

function Granted({ granted }: { granted: boolean }) {
  const { t } = useTranslation()
  return <StateTag tone={granted ? 'good' : 'bad'}>{granted ? t('customer.consents.granted') : t('customer.consents.withdrawn')}</StateTag>
}

import { Input, Segmented, type TableColumnsType } from 'antd'
import { useTranslation } from 'react-i18next'
import type { AuditEntry } from '@/client'
import { listAuditInfiniteOptions } from '@/client/@tanstack/react-query.gen'
import { CursorTable } from '@/shared/components/CursorTable'
import { EmptyState } from '@/shared/components/EmptyState'
import { PageHeader } from '@/shared/components/PageHeader'
import { Panel } from '@/shared/components/Panel'
import { useCursorPages } from '@/shared/hooks/useCursorPages'
import { useFormat } from '@/shared/hooks/useFormat'
import { useUrlFilters } from '@/shared/hooks/useUrlFilters'

const FILTERS = ['actor', 'action'] as const

/** Personal data shown, searched by, copied or fetched. */
const LOOK_UPS = 'look-up'

export function AuditPage() {
  const { t } = useTranslation()
  const format = useFormat()
  const { filters, set } = useUrlFilters(FILTERS)
  const pages = useCursorPages<AuditEntry>(listAuditInfiniteOptions({ query: { ...filters, limit: 50 } }))
  const columns: TableColumnsType<AuditEntry> = [
    { title: t('access.audit.at'), render: (_, entry) => <span className="ww-number">{format.time(entry.at)}</span> },
    { title: t('access.audit.actor'), dataIndex: 'actor' },
    { title: t('access.audit.action'), dataIndex: 'action', render: (action: string) => <code>{action}</code> },
    { title: t('access.audit.subject'), dataIndex: 'subject' },
    {
      title: t('access.audit.detail'),
      render: (_, entry) => (
        <span className="ww-muted">
          {Object.entries(entry.detail ?? {})
            .map(([name, value]) => `${name}: ${typeof value === 'object' ? JSON.stringify(value) : String(value)}`)
            .join(' · ')}
        </span>
      ),
    },
  ]
  return (
    <>
      <PageHeader title={t('access.audit.title')} headline={t('access.audit.headline')} />
      <div className="ww-row" style={{ marginBottom: 12 }}>
        {FILTERS.map((name) => (
          <Input.Search
            key={`${name}:${filters[name] ?? ''}`}
            allowClear
            placeholder={t(`access.audit.${name}`)}
            aria-label={t(`access.audit.${name}`)}
            defaultValue={filters[name]}
            style={{ width: 220 }}
            onSearch={(value) => set({ [name]: value.trim() })}
          />
        ))}
      </div>
      <Segmented
        style={{ marginBottom: 12 }}
        value={filters.action === LOOK_UPS ? LOOK_UPS : ''}
        options={[
          { value: '', label: t('access.audit.everything') },
          { value: LOOK_UPS, label: t('access.audit.lookUps') },
        ]}
        onChange={(action) => set({ action: action || null })}
      />
      <Panel flush>
        <CursorTable
          rowKey="id"
          pages={pages}
          columns={columns}
          empty={<EmptyState title={t('access.audit.empty')} text={t('access.audit.emptyText')} />}
        />
      </Panel>
    </>
  )
}

import { DownloadOutlined } from '@ant-design/icons'
import { Button, Tag, type TableColumnsType } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Export } from '@/client'
import { listExportsInfiniteOptions } from '@/client/@tanstack/react-query.gen'
import { useBrand } from '@/shared/brand/BrandContext'
import { CursorTable } from '@/shared/components/CursorTable'
import { EmptyState } from '@/shared/components/EmptyState'
import { FlowBar } from '@/shared/components/FlowBar'
import { Count } from '@/shared/components/Numbers'
import { Panel } from '@/shared/components/Panel'
import { StateTag } from '@/shared/components/StateTag'
import { toneOf } from '@/shared/components/tones'
import { useCursorPages } from '@/shared/hooks/useCursorPages'
import { useFormat } from '@/shared/hooks/useFormat'
import { shareOf, useJobWords } from '@/shared/hooks/useJobWords'
import { useText } from '@/shared/hooks/useLanguage'
import { NewExportDialog } from './NewExportDialog'

export function Exports() {
  const { t } = useTranslation()
  const { id: brand } = useBrand()
  const pages = useCursorPages<Export>(listExportsInfiniteOptions({ path: { brand }, query: { limit: 20 } }), { refetchInterval: 2_000 })
  const [creating, setCreating] = useState(false)
  const columns = useExportColumns()
  const create = (
    <Button type="primary" onClick={() => setCreating(true)}>
      {t('exchange.exports.create')}
    </Button>
  )
  return (
    <>
      <Panel flush extra={create} title={t('exchange.tabs.exports')}>
        <CursorTable
          rowKey="id"
          pages={pages}
          columns={columns}
          empty={<EmptyState title={t('exchange.exports.empty')} text={t('exchange.exports.emptyText')} action={create} />}
        />
      </Panel>
      {creating && <NewExportDialog onClose={() => setCreating(false)} />}
    </>
  )
}

function useExportColumns(): TableColumnsType<Export> {
  const { t } = useTranslation()
  const format = useFormat()
  return [
    {
      title: t('exchange.exports.kind'),
      render: (_, { kind, personalData }) => (
        <>
          {t(`exchange.exports.kinds.${kind}`)} {personalData && <Tag color="warning">{t('exchange.personalDataOn')}</Tag>}
        </>
      ),
    },
    { title: t('exchange.exports.range'), render: (_, one) => <Range since={one.since} until={one.until} /> },
    { title: t('common.state'), render: (_, one) => <ExportState one={one} /> },
    { title: t('exchange.exports.rows'), className: 'ww-right', render: (_, { rows, state }) => (state === 'started' ? '' : <Count value={rows} />) },
    { title: t('exchange.exports.files'), render: (_, one) => <Files one={one} /> },
    {
      title: t('exchange.exports.by'),
      render: (_, { createdBy, createdAt }) => (
        <>
          <div>{createdBy}</div>
          <div className="ww-muted ww-small">{format.time(createdAt)}</div>
        </>
      ),
    },
  ]
}

function Range({ since, until }: Pick<Export, 'since' | 'until'>) {
  const { t } = useTranslation()
  const format = useFormat()
  if (since && until) return t('exchange.exports.rangeText', { from: format.time(since), to: format.time(until) })
  if (since) return t('exchange.exports.since', { from: format.time(since) })
  return until ? t('exchange.exports.until', { to: format.time(until) }) : t('exchange.exports.whole')
}

function ExportState({ one: { state, job, expiresAt } }: { one: Export }) {
  const { t } = useTranslation()
  const format = useFormat()
  const words = useJobWords()
  const text = useText()
  if (state === 'expired') return <span className="ww-muted">{t('exchange.exports.expired')}</span>
  if (state === 'done' || !job) {
    return (
      <>
        <StateTag tone="good">{t('jobs.state.done')}</StateTag>
        {expiresAt && <div className="ww-muted ww-small">{t('exchange.exports.expires', { at: format.time(expiresAt) })}</div>}
      </>
    )
  }
  return (
    <div style={{ minWidth: 180, maxWidth: 320 }}>
      <StateTag tone={toneOf(job.state)} busy={job.state === 'running'}>
        {t(`jobs.state.${job.state}`)}
      </StateTag>
      {job.state === 'running' && <FlowBar share={shareOf(job)} label={text(job.title)} />}
      <div className="ww-muted ww-small">{job.message ? text(job.message) : words(job)}</div>
    </div>
  )
}

function Files({ one: { id, files } }: { one: Export }) {
  const { t } = useTranslation()
  const { id: brand } = useBrand()
  const format = useFormat()
  return (
    <>
      {files.map(({ name, bytes }) => (
        <div key={name}>
          <Button
            type="link"
            size="small"
            icon={<DownloadOutlined />}
            href={`/api/brands/${brand}/exports/${id}/files/${name}`}
            download
            aria-label={t('exchange.exports.download', { name })}
          >
            {name}
          </Button>
          <span className="ww-muted ww-small ww-number">{format.decimal(bytes / 1_048_576, 1)} MB</span>
        </div>
      ))}
    </>
  )
}

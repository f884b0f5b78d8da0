import { Button, type TableColumnsType } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Import } from '@/client'
import { listImportsInfiniteOptions } from '@/client/@tanstack/react-query.gen'
import { useBrand, useBrandPath } from '@/shared/brand/BrandContext'
import { CursorTable } from '@/shared/components/CursorTable'
import { EmptyState } from '@/shared/components/EmptyState'
import { PageHeader } from '@/shared/components/PageHeader'
import { Panel } from '@/shared/components/Panel'
import { StateTag } from '@/shared/components/StateTag'
import { toneOf } from '@/shared/components/tones'
import { formatBytes } from '@/shared/format/number'
import { useCursorPages } from '@/shared/hooks/useCursorPages'
import { useFormat } from '@/shared/hooks/useFormat'
import { Templates } from '../components/Templates'

export function ImportsPage() {
  const { t } = useTranslation()
  const { id: brand } = useBrand()
  const path = useBrandPath()
  const format = useFormat()
  const pages = useCursorPages<Import>(listImportsInfiniteOptions({ path: { brand }, query: { limit: 50 } }), { refetchInterval: 10_000 })
  const create = (
    <Link key="create" to={path('/imports/new')}>
      <Button type="primary">{t('intake.imports.create')}</Button>
    </Link>
  )
  const columns: TableColumnsType<Import> = [
    { title: t('intake.imports.file'), render: (_, file) => <Link to={path(`/imports/${file.id}`)}>{file.filename}</Link> },
    {
      title: t('common.state'),
      render: (_, file) => (
        <StateTag tone={toneOf(file.state)} busy={file.state === 'running' || file.state === 'undoing'}>
          {t(`intake.imports.states.${file.state}`)}
        </StateTag>
      ),
    },
    { title: t('intake.imports.kind'), render: (_, file) => t(`intake.kinds.${file.kind}.name`) },
    { title: t('intake.imports.source'), dataIndex: 'source' },
    { title: t('intake.imports.size'), className: 'ww-right', render: (_, file) => formatBytes(file.bytes) },
    { title: t('intake.imports.result'), render: (_, file) => <Result file={file} /> },
    { title: t('common.createdAt'), render: (_, file) => format.time(file.createdAt) },
  ]
  return (
    <>
      <PageHeader title={t('intake.imports.title')} headline={t('intake.imports.headline')} actions={[<Templates key="templates" />, create]} />
      <Panel flush>
        <CursorTable
          rowKey="id"
          pages={pages}
          columns={columns}
          empty={<EmptyState title={t('intake.imports.empty')} text={t('intake.imports.emptyText')} action={create} />}
        />
      </Panel>
    </>
  )
}

function Result({ file }: { file: Import }) {
  const { t } = useTranslation()
  const format = useFormat()
  if (!file.counts) return file.problem?.title ?? null
  const { orders, newCustomers, records, unchanged, rejectedLines } = file.counts
  return (
    <>
      {file.kind === 'orders'
        ? t('intake.imports.resultText', { orders: format.exact(orders), customers: format.exact(newCustomers) })
        : t('intake.imports.recordsText', { records: format.exact(records), unchanged: format.exact(unchanged) })}
      {rejectedLines > 0 && (
        <span className="ww-muted"> · {t('intake.imports.rejected', { n: format.exact(rejectedLines) })}</span>
      )}
    </>
  )
}

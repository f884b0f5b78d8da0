import { DownloadOutlined } from '@ant-design/icons'
import { Button, type TableColumnsType } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Import, ImportError } from '@/client'
import { listImportErrorsInfiniteOptions } from '@/client/@tanstack/react-query.gen'
import { useBrand } from '@/shared/brand/BrandContext'
import { CursorTable } from '@/shared/components/CursorTable'
import { EmptyState } from '@/shared/components/EmptyState'
import { Panel } from '@/shared/components/Panel'
import { useCursorPages } from '@/shared/hooks/useCursorPages'
import { useFieldName } from './useFieldName'

export function ImportErrors({ file }: { file: Import }) {
  const { t } = useTranslation()
  const nameOf = useFieldName(file.kind)
  const { id: brand } = useBrand()
  const pages = useCursorPages<ImportError>(listImportErrorsInfiniteOptions({ path: { brand, id: file.id }, query: { limit: 50 } }))
  const columns: TableColumnsType<ImportError> = [
    { title: t('intake.run.line'), dataIndex: 'line', width: 90, className: 'ww-right' },
    { title: t('intake.run.column'), render: (_, error) => (error.column ? nameOf(error.column) : '') },
    { title: t('intake.run.reason'), dataIndex: 'detail' },
    { title: t('intake.run.value'), render: (_, error) => error.value && <code>{error.value}</code> },
  ]
  return (
    <Panel
      flush
      title={t('intake.run.errors')}
      note={t('intake.run.errorsNote')}
      extra={
        <Button icon={<DownloadOutlined />} href={`/api/brands/${brand}/imports/${file.id}/errors.csv`} download>
          {t('intake.run.download')}
        </Button>
      }
    >
      <CursorTable
        rowKey={(error) => `${error.line}:${error.column ?? ''}:${error.code}`}
        pages={pages}
        columns={columns}
        size="small"
        empty={<EmptyState title={t('intake.run.noErrors')} />}
      />
    </Panel>
  )
}

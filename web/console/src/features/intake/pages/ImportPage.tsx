import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router'
import type { Import } from '@/client'
import { getImportOptions } from '@/client/@tanstack/react-query.gen'
import { pathId } from '@/shared/api/pathId'
import { useBrand, useBrandPath } from '@/shared/brand/BrandContext'
import { Loaded } from '@/shared/components/Loaded'
import { PageHeader } from '@/shared/components/PageHeader'
import { Panel } from '@/shared/components/Panel'
import { ProblemView } from '@/shared/components/ProblemView'
import { formatBytes } from '@/shared/format/number'
import { useFormat } from '@/shared/hooks/useFormat'
import { DryRunResult } from '../components/DryRunResult'
import { ImportErrors } from '../components/ImportErrors'
import { ImportFigures } from '../components/ImportFigures'
import { ImportRun } from '../components/ImportRun'
import { MappingForm } from '../components/MappingForm'
import { UndoButton } from '../components/UndoButton'
import { isReference } from '../api/kinds'

export function ImportPage() {
  const { t } = useTranslation()
  const { id = '' } = useParams()
  const { id: brand } = useBrand()
  const path = useBrandPath()
  const file = useQuery({
    ...getImportOptions({ path: { brand, id: pathId(id) } }),
    refetchInterval: (query) => (query.state.data && isUnderWay(query.state.data) ? 1_200 : false),
  })
  return (
    <>
      <PageHeader
        back={{ to: path('/imports'), label: t('intake.imports.title') }}
        title={file.data?.filename ?? t('intake.imports.title')}
        headline={file.data && <Headline file={file.data} />}
        actions={file.data && !isUnderWay(file.data) && file.data.state !== 'draft' && <After file={file.data} />}
      />
      <Loaded query={file}>{(data) => <Body file={data} />}</Loaded>
    </>
  )
}

function Body({ file }: { file: Import }) {
  if (file.state === 'draft') {
    return (
      <div className="ww-stack">
        {file.dryResult && <DryRunResult file={file} result={file.dryResult} />}
        <MappingForm key={`${file.id} ${file.sheet}`} file={file} />
      </div>
    )
  }
  if (isUnderWay(file)) return <ImportRun file={file} />
  return (
    <div className="ww-stack">
      {file.problem && <ProblemView error={file.problem} compact />}
      {file.counts && (
        <Panel>
          <ImportFigures counts={file.counts} kind={file.kind} />
        </Panel>
      )}
      {file.counts && file.counts.rejectedLines > 0 && <ImportErrors file={file} />}
    </div>
  )
}

function Headline({ file }: { file: Import }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { counts } = file
  if (file.state === 'draft') {
    const size = formatBytes(file.bytes)
    const columns = file.columns.length
    const delimiter = file.delimiter === '\t' ? t('intake.mapping.tab') : file.delimiter
    return delimiter
      ? t('intake.mapping.file', { encoding: file.encoding, delimiter, columns, size })
      : t('intake.mapping.fileOther', { format: [file.format, file.encoding, file.sheet].filter(Boolean).join(' · '), columns, size })
  }
  if (file.state === 'done' && counts) {
    const words =
      file.kind === 'orders'
        ? t('intake.run.done', {
            orders: format.exact(counts.orders),
            refunds: format.exact(counts.refunds),
            customers: format.exact(counts.newCustomers),
          })
        : t('intake.run.doneRecords', {
            records: format.exact(counts.records),
            unchanged: format.exact(counts.unchanged),
            kind: t(`intake.kinds.${file.kind}.name`),
          })
    return counts.rejectedLines > 0
      ? `${words} · ${t('intake.run.doneRejected', { n: format.exact(counts.rejectedLines) })}`
      : words
  }
  if (file.state === 'failed' || file.state === 'cancelled' || file.state === 'undone' || file.state === 'undo_failed') {
    return t(`intake.run.${file.state}`)
  }
  return t(`intake.imports.states.${file.state}`)
}

function After({ file }: { file: Import }) {
  const { t } = useTranslation()
  const path = useBrandPath()
  return (
    <>
      {file.undoable && <UndoButton file={file} />}
      {isReference(file.kind) ? (
        <Link to={path(`/reference?tab=${file.kind}`)}>
          <Button>{t('nav.reference')}</Button>
        </Link>
      ) : (
        <Link to={path('/customers')}>
          <Button>{t('intake.run.seeCustomers')}</Button>
        </Link>
      )}
      <Link to={path('/home')}>
        <Button>{t('intake.run.seeHome')}</Button>
      </Link>
      <Link to={path('/imports/new')}>
        <Button type="primary">{t('intake.run.again')}</Button>
      </Link>
    </>
  )
}

function isUnderWay(file: Import): boolean {
  return file.state === 'queued' || file.state === 'running' || file.state === 'undoing'
}

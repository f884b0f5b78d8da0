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
import { ImportErrors } from '../components/ImportErrors'
import { ImportFigures } from '../components/ImportFigures'
import { ImportRun } from '../components/ImportRun'
import { MappingForm } from '../components/MappingForm'

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
        actions={file.data && !isUnderWay(file.data) && file.data.state !== 'draft' && <After />}
      />
      <Loaded query={file}>{(data) => <Body file={data} />}</Loaded>
    </>
  )
}

function Body({ file }: { file: Import }) {
  if (file.state === 'draft') return <MappingForm key={file.id} file={file} />
  if (isUnderWay(file)) return <ImportRun file={file} />
  return (
    <div className="ww-stack">
      {file.problem && <ProblemView error={file.problem} compact />}
      {file.counts && (
        <Panel>
          <ImportFigures counts={file.counts} />
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
    const delimiter = file.delimiter === '\t' ? t('intake.mapping.tab') : file.delimiter
    return t('intake.mapping.file', { encoding: file.encoding, delimiter, columns: file.columns.length, size: formatBytes(file.bytes) })
  }
  if (file.state === 'done' && counts) {
    const words = t('intake.run.done', {
      orders: format.exact(counts.orders),
      refunds: format.exact(counts.refunds),
      customers: format.exact(counts.newCustomers),
    })
    return counts.rejectedLines > 0
      ? `${words} · ${t('intake.run.doneRejected', { n: format.exact(counts.rejectedLines) })}`
      : words
  }
  if (file.state === 'failed' || file.state === 'cancelled') return t(`intake.run.${file.state}`)
  return t('intake.imports.states.running')
}

function After() {
  const { t } = useTranslation()
  const path = useBrandPath()
  return (
    <>
      <Link to={path('/customers')}>
        <Button>{t('intake.run.seeCustomers')}</Button>
      </Link>
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
  return file.state === 'queued' || file.state === 'running'
}

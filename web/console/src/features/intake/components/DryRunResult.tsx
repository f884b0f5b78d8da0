import { Table, type TableColumnsType } from 'antd'
import { useTranslation } from 'react-i18next'
import type { DryRun, Import, SampleRecord } from '@/client'
import { Panel } from '@/shared/components/Panel'
import { useFormat } from '@/shared/hooks/useFormat'
import { ImportErrors } from './ImportErrors'
import { ImportFigures } from './ImportFigures'

/** What a dry run found: the figures, the first records, and every line that would stay out. */
export function DryRunResult({ file, result }: { file: Import; result: DryRun }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { counts, sample } = result
  const columns: TableColumnsType<SampleRecord> = [
    { title: t('intake.run.what'), render: (_, { what }) => what },
    { title: t('intake.run.at'), render: (_, { at }) => at && format.time(at) },
    {
      title: t('intake.run.facts'),
      render: (_, { facts }) => Object.entries(facts).map(([name, value]) => `${name} ${value}`).join(' · '),
    },
  ]
  const records = counts.orders + counts.refunds + counts.records
  return (
    <>
      <Panel
        title={t('intake.run.checked', { lines: format.exact(counts.lines), records: format.exact(records) })}
        note={t('intake.run.checkedNote')}
      >
        <div data-testid="dry-run">
          <ImportFigures counts={counts} kind={file.kind} dry />
        </div>
      </Panel>
      {sample.length > 0 && (
        <Panel flush title={t('intake.run.checkedSample', { n: sample.length })}>
          <Table
            size="small"
            rowKey="place"
            pagination={false}
            scroll={{ x: 'max-content' }}
            columns={columns}
            dataSource={sample.map((record, place) => ({ ...record, place }))}
          />
        </Panel>
      )}
      {counts.rejectedLines > 0 && <ImportErrors file={file} />}
    </>
  )
}

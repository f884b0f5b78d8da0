import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { cancelImport, type Import } from '@/client'
import { getImportQueryKey, getJobOptions } from '@/client/@tanstack/react-query.gen'
import { useBrand } from '@/shared/brand/BrandContext'
import { FlowBar } from '@/shared/components/FlowBar'
import { Panel } from '@/shared/components/Panel'
import { shareOf, useJobWords } from '@/shared/hooks/useJobWords'
import { useReport } from '@/shared/hooks/useReport'
import { ImportFigures } from './ImportFigures'

/** An import under way: how far, how much so far, and a way to stop it. */
export function ImportRun({ file }: { file: Import }) {
  const { t } = useTranslation()
  const { id: brand } = useBrand()
  const { modal } = App.useApp()
  const report = useReport()
  const words = useJobWords()
  const queries = useQueryClient()
  const job = useQuery({ ...getJobOptions({ path: { id: file.jobId ?? '' } }), enabled: file.jobId !== null, refetchInterval: 1_000 }).data
  const stop = useMutation({
    mutationFn: () => cancelImport({ path: { brand, id: file.id } }),
    onSuccess: ({ data }) => queries.setQueryData(getImportQueryKey({ path: { brand, id: file.id } }), data),
    onError: report.refused,
  })

  function confirmStop() {
    modal.confirm({
      title: t('intake.run.cancelTitle'),
      content: t('intake.run.cancelText'),
      okText: t('intake.run.cancel'),
      okButtonProps: { danger: true },
      onOk: () => stop.mutateAsync().catch(() => undefined),
    })
  }

  const doing = file.state === 'undoing' ? 'undoing' : file.dryRun ? 'checking' : 'running'
  const title = t(`intake.run.${doing}`, { name: file.filename })
  return (
    <Panel
      title={file.state === 'queued' ? t('intake.run.queued') : title}
      note={t('intake.run.leave')}
      extra={
        file.state !== 'undoing' && (
          <Button danger onClick={confirmStop} loading={stop.isPending}>
            {t('intake.run.cancel')}
          </Button>
        )
      }
    >
      <FlowBar share={job ? shareOf(job) : null} label={title} />
      <p className="ww-muted ww-small ww-number" style={{ margin: '8px 0 20px' }}>
        {job ? words(job) : ' '}
      </p>
      {file.counts && <ImportFigures counts={file.counts} kind={file.kind} />}
    </Panel>
  )
}

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { discardQuarantine, replayQuarantine } from '@/client'
import { useBrand } from '@/shared/brand/BrandContext'
import { useFormat } from '@/shared/hooks/useFormat'
import { useReport } from '@/shared/hooks/useReport'

interface Props {
  source?: number
  reason?: string
  events: number
}

/** What can be done with all open events of a source and reason at once. */
export function QuarantineActions({ source, reason, events }: Props) {
  const { t } = useTranslation()
  const { id: brand } = useBrand()
  const { modal } = App.useApp()
  const format = useFormat()
  const report = useReport()
  const queries = useQueryClient()
  const body = { source: source ?? null, reason: reason ?? null }
  const n = format.exact(events)
  const replay = useMutation({
    mutationFn: () => replayQuarantine({ path: { brand }, body }),
    onSuccess: () => {
      void queries.invalidateQueries()
      report.done(t('quarantine.replayAllStarted'))
    },
    onError: report.refused,
  })
  const discard = useMutation({
    mutationFn: () => discardQuarantine({ path: { brand }, body }),
    onSuccess: ({ data }) => {
      void queries.invalidateQueries()
      report.done(t('quarantine.discardedAll', { n: format.exact(data.events) }))
    },
    onError: report.refused,
  })

  return (
    <>
      <Button
        onClick={() =>
          void modal.confirm({
            title: t('quarantine.replayAllTitle', { n }),
            content: t('quarantine.replayAllText'),
            okText: t('quarantine.replayAll'),
            onOk: () => replay.mutateAsync().catch(() => undefined),
          })
        }
      >
        {t('quarantine.replayAll')}
      </Button>
      <Button
        danger
        onClick={() =>
          void modal.confirm({
            title: t('quarantine.discardAllTitle', { n }),
            content: t('quarantine.discardText'),
            okText: t('quarantine.discardAll'),
            okButtonProps: { danger: true },
            onOk: () => discard.mutateAsync().catch(() => undefined),
          })
        }
      >
        {t('quarantine.discardAll')}
      </Button>
    </>
  )
}

import { SyncOutlined } from '@ant-design/icons'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { syncWecom } from '@/client'
import { listJobsQueryKey } from '@/client/@tanstack/react-query.gen'
import { useBrand } from '@/shared/brand/BrandContext'
import { useReport } from '@/shared/hooks/useReport'

export function SyncButton({ disabled }: { disabled?: boolean }) {
  const { t } = useTranslation()
  const { id: brand } = useBrand()
  const report = useReport()
  const queries = useQueryClient()
  const sync = useMutation({
    mutationFn: () => syncWecom({ path: { brand } }),
    onSuccess: () => {
      report.done(t('wecom.guides.syncing'))
      void queries.invalidateQueries({ queryKey: listJobsQueryKey({ query: { active: true } }) })
    },
    onError: report.refused,
  })
  return (
    <Button icon={<SyncOutlined />} disabled={disabled} loading={sync.isPending} onClick={() => sync.mutate()}>
      {t('wecom.guides.sync')}
    </Button>
  )
}

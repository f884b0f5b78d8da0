import { SyncOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Badge, Button, Popover } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { listJobsOptions } from '@/client/@tanstack/react-query.gen'
import { JobList } from './JobList'
import { useFinishedJobs } from './useFinishedJobs'

const WHILE_RUNNING = 1_500
const WHILE_IDLE = 8_000

export function RunningJobs() {
  const { t } = useTranslation()
  const [open, setOpen] = useState(false)
  const { data } = useQuery({
    ...listJobsOptions({ query: { active: true } }),
    refetchInterval: (query) => (query.state.data?.items.length ? WHILE_RUNNING : WHILE_IDLE),
  })
  useFinishedJobs(data?.items)
  const count = data?.items.length ?? 0
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      trigger="click"
      placement="bottomRight"
      title={t('jobs.title')}
      content={<JobList jobs={data?.items ?? []} onOpen={() => setOpen(false)} />}
    >
      <Badge count={count} size="small" offset={[-6, 6]}>
        <Button type="text" icon={<SyncOutlined />} aria-label={`${t('jobs.label')}: ${count}`} />
      </Badge>
    </Popover>
  )
}

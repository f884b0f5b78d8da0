import { DownloadOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button, Table, Tag } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { MemberDownload } from '@/client'
import { listMemberDownloadsOptions } from '@/client/@tanstack/react-query.gen'
import { useBrand, useBrandPath } from '@/shared/brand/BrandContext'
import { EmptyState } from '@/shared/components/EmptyState'
import { Loaded } from '@/shared/components/Loaded'
import { Count } from '@/shared/components/Numbers'
import { Panel } from '@/shared/components/Panel'
import { StateTag } from '@/shared/components/StateTag'
import { useFormat } from '@/shared/hooks/useFormat'
import { useJobWords } from '@/shared/hooks/useJobWords'
import { useText } from '@/shared/hooks/useLanguage'

const TONES = { making: 'water', ready: 'good', stopped: 'bad', expired: 'calm' } as const

/** Files that were asked for, who asked, and the ones that are still there. */
export function Downloads() {
  const { t } = useTranslation()
  const { id: brand } = useBrand()
  const path = useBrandPath()
  const format = useFormat()
  const downloads = useQuery({
    ...listMemberDownloadsOptions({ path: { brand } }),
    refetchInterval: ({ state }) => (state.data?.some((one) => one.state === 'making') ? 1_500 : false),
  })
  return (
    <Panel flush title={t('memberDownload.list')} note={t('memberDownload.listNote')}>
      <Loaded query={downloads}>
        {(list) => (
          <Table
            rowKey="id"
            dataSource={list}
            pagination={list.length > 50 ? { pageSize: 50 } : false}
            scroll={{ x: 820 }}
            locale={{ emptyText: <EmptyState title={t('memberDownload.empty')} text={t('memberDownload.emptyText')} /> }}
            columns={[
              {
                title: t('memberDownload.of'),
                render: (_, { name, segment, list: ofList, format: kind, plain }) => (
                  <>
                    <Link to={path(segment ? `/segments/${segment}` : `/lists/${ofList}`)}>{name}</Link> <Tag>{kind.toUpperCase()}</Tag>
                    {plain && <Tag color="warning">{t('memberDownload.plainTag')}</Tag>}
                  </>
                ),
              },
              { title: t('common.state'), render: (_, one) => <State one={one} /> },
              { title: t('memberDownload.rows'), className: 'ww-right', render: (_, { rows }) => <Count value={rows} /> },
              {
                title: t('memberDownload.by'),
                render: (_, { createdBy, createdAt }) => (
                  <>
                    {createdBy}
                    <div className="ww-muted ww-small">{format.time(createdAt)}</div>
                  </>
                ),
              },
              {
                title: t('common.actions'),
                render: (_, one) =>
                  one.state === 'ready' && (
                    <Button type="link" size="small" icon={<DownloadOutlined />} href={`/api/brands/${brand}/member-downloads/${one.id}/file`} download aria-label={t('memberDownload.fetch', { name: one.name })}>
                      {t('memberDownload.fetchShort')}
                    </Button>
                  ),
              },
            ]}
          />
        )}
      </Loaded>
    </Panel>
  )
}

function State({ one: { state, job, expiresAt } }: { one: MemberDownload }) {
  const { t } = useTranslation()
  const format = useFormat()
  const words = useJobWords()
  const text = useText()
  return (
    <>
      <StateTag tone={TONES[state]} busy={state === 'making'}>
        {t(`memberDownload.states.${state}`)}
      </StateTag>
      <div className="ww-muted ww-small">
        {state === 'making' && job && words(job)}
        {state === 'stopped' && job?.message && text(job.message)}
        {state === 'ready' && expiresAt && t('memberDownload.until', { time: format.time(expiresAt) })}
      </div>
    </>
  )
}

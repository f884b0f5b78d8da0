import { useQuery } from '@tanstack/react-query'
import { Table } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Alert } from '@/client'
import { listAlertsOptions } from '@/client/@tanstack/react-query.gen'
import { useBrand, useBrandPath, usePerson } from '@/shared/brand/BrandContext'
import { EmptyState } from '@/shared/components/EmptyState'
import { Loaded } from '@/shared/components/Loaded'
import { Count } from '@/shared/components/Numbers'
import { PageHeader } from '@/shared/components/PageHeader'
import { Panel } from '@/shared/components/Panel'
import { StateTag } from '@/shared/components/StateTag'
import { useFormat } from '@/shared/hooks/useFormat'
import { useText } from '@/shared/hooks/useLanguage'
import { AlertSettingsForm } from '../components/AlertSettingsForm'

/** What is late beyond the limit, and what was. */
export function AlertsPage() {
  const { t } = useTranslation()
  const { id: brand } = useBrand()
  const path = useBrandPath()
  const format = useFormat()
  const text = useText()
  const admin = usePerson().role === 'admin'
  const alerts = useQuery({ ...listAlertsOptions({ path: { brand } }), refetchInterval: 30_000 })
  const late = alerts.data?.filter(({ clearedAt }) => clearedAt === null).length
  return (
    <>
      <PageHeader title={t('alert.title')} headline={late !== undefined && <span data-testid="alert-headline">{late === 0 ? t('alert.none') : t('alert.headline', { n: format.exact(late) })}</span>} />
      <div className="ww-stack">
        <Panel flush>
          <Loaded query={alerts}>
            {(data) => (
              <Table<Alert>
                rowKey="id"
                dataSource={data}
                pagination={data.length > 20 ? { pageSize: 20 } : false}
                scroll={{ x: 'max-content' }}
                locale={{ emptyText: <EmptyState title={t('alert.empty')} text={t('alert.emptyText')} /> }}
                columns={[
                  { title: t('alert.what'), render: (_, { reason, path: to }) => <Link to={path(to)}>{text(reason)}</Link> },
                  { title: t('common.state'), render: (_, { clearedAt }) => <StateTag tone={clearedAt === null ? 'bad' : 'good'}>{clearedAt === null ? t('alert.late') : t('alert.recovered', { time: format.time(clearedAt) })}</StateTag> },
                  { title: t('alert.dueSince'), render: (_, { since }) => format.time(since) },
                  { title: t('alert.raised'), render: (_, { raisedAt }) => format.time(raisedAt) },
                  { title: t('alert.waiting'), className: 'ww-right', render: (_, { waiting }) => <Count value={waiting} /> },
                ]}
              />
            )}
          </Loaded>
        </Panel>
        {admin && <AlertSettingsForm />}
      </div>
    </>
  )
}

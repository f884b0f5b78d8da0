import { useQuery } from '@tanstack/react-query'
import { Button, Table } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { listTemplatesOptions } from '@/client/@tanstack/react-query.gen'
import { useBrand, useBrandPath } from '@/shared/brand/BrandContext'
import { EmptyState } from '@/shared/components/EmptyState'
import { Loaded } from '@/shared/components/Loaded'
import { PageHeader } from '@/shared/components/PageHeader'
import { Panel } from '@/shared/components/Panel'
import { useFormat } from '@/shared/hooks/useFormat'

export function TemplatesPage() {
  const { t } = useTranslation()
  const { id: brand } = useBrand()
  const path = useBrandPath()
  const format = useFormat()
  const templates = useQuery(listTemplatesOptions({ path: { brand } }))
  const create = (
    <Link to={path('/templates/new')}>
      <Button type="primary">{t('touch.templates.create')}</Button>
    </Link>
  )
  return (
    <>
      <PageHeader title={t('touch.templates.title')} headline={t('touch.templates.headline')} actions={create} />
      <Panel flush>
        <Loaded query={templates}>
          {(list) => (
            <Table
              rowKey="id"
              dataSource={list}
              pagination={list.length > 50 ? { pageSize: 50 } : false}
              scroll={{ x: 720 }}
              locale={{ emptyText: <EmptyState title={t('touch.templates.empty')} text={t('touch.templates.emptyText')} action={create} /> }}
              columns={[
                { title: t('common.name'), width: 240, render: (_, { id, name }) => <Link to={path(`/templates/${id}`)}>{name}</Link> },
                { title: t('touch.templates.channel'), width: 110, render: (_, { channel }) => t(`channel.${channel}`) },
                { title: t('touch.templates.body'), ellipsis: true, render: (_, { body, subject }) => <span className="ww-muted">{subject ?? body}</span> },
                { title: t('common.updatedAt'), width: 170, render: (_, { updatedAt }) => format.time(updatedAt) },
              ]}
            />
          )}
        </Loaded>
      </Panel>
    </>
  )
}

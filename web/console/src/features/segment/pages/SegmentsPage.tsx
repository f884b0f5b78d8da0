import { useQuery } from '@tanstack/react-query'
import { Button, Input, Table, type TableColumnsType } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { SegmentSummary } from '@/client'
import { listSegmentsOptions } from '@/client/@tanstack/react-query.gen'
import { useBrand, useBrandPath } from '@/shared/brand/BrandContext'
import { EmptyState } from '@/shared/components/EmptyState'
import { Loaded } from '@/shared/components/Loaded'
import { Count } from '@/shared/components/Numbers'
import { PageHeader } from '@/shared/components/PageHeader'
import { Panel } from '@/shared/components/Panel'
import { useFormat } from '@/shared/hooks/useFormat'
import { useText } from '@/shared/hooks/useLanguage'
import { useUrlFilters } from '@/shared/hooks/useUrlFilters'

const FILTERS = ['q'] as const
/** So many can be analysed together. */
const MOST = 6

export function SegmentsPage() {
  const { t } = useTranslation()
  const { id: brand } = useBrand()
  const path = useBrandPath()
  const format = useFormat()
  const text = useText()
  const { filters, set } = useUrlFilters(FILTERS)
  const segments = useQuery(listSegmentsOptions({ path: { brand } }))
  const [chosen, setChosen] = useState<string[]>([])
  const analyse = (
    <Link to={path(`/segments/analysis${chosen.length > 0 ? `?segments=${chosen.join(',')}` : ''}`)}>
      <Button>{t('segment.list.analyse')}</Button>
    </Link>
  )
  const create = (
    <Link to={path('/segments/new')}>
      <Button type="primary">{t('segment.list.create')}</Button>
    </Link>
  )
  const columns: TableColumnsType<SegmentSummary> = [
    {
      title: t('common.name'),
      render: (_, { id, name, description }) => (
        <>
          <Link to={path(`/segments/${id}`)}>{name}</Link>
          {description && <div className="ww-muted ww-small">{description}</div>}
        </>
      ),
    },
    { title: t('segment.list.reading'), render: (_, { reading }) => <span style={{ whiteSpace: 'normal' }}>{text(reading)}</span> },
    {
      title: t('segment.list.count'),
      className: 'ww-right',
      render: (_, { count, countedAt }) => (
        <>
          <Count value={count} />
          {countedAt && <div className="ww-muted ww-small">{t('segment.list.countedAt', { time: format.time(countedAt) })}</div>}
        </>
      ),
    },
    {
      title: t('common.updatedAt'),
      render: (_, { updatedAt, version }) => (
        <>
          {format.time(updatedAt)}
          <div className="ww-muted ww-small">{t('segment.list.version', { n: version })}</div>
        </>
      ),
    },
  ]
  return (
    <>
      <PageHeader title={t('segment.list.title')} headline={t('segment.list.headline')} actions={<>{analyse}{create}</>} />
      <Loaded query={segments}>
        {(list) => (
          <>
            {list.length > 6 && (
              <Input.Search
                allowClear
                style={{ maxWidth: 320, marginBottom: 12 }}
                placeholder={t('common.search')}
                aria-label={t('common.search')}
                defaultValue={filters.q}
                onChange={({ target }) => set({ q: target.value })}
              />
            )}
            <Panel flush>
              <Table
                rowKey="id"
                rowSelection={{
                  selectedRowKeys: chosen,
                  hideSelectAll: true,
                  onChange: (keys) => setChosen(keys.map(String)),
                  getCheckboxProps: ({ id, name }) => ({ 'aria-label': name, disabled: chosen.length >= MOST && !chosen.includes(id) }),
                }}
                columns={columns}
                dataSource={list.filter(({ name }) => name.toLowerCase().includes((filters.q ?? '').toLowerCase()))}
                pagination={list.length > 50 ? { pageSize: 50 } : false}
                scroll={{ x: 760 }}
                locale={{ emptyText: <EmptyState title={t('segment.list.empty')} text={t('segment.list.emptyText')} action={create} /> }}
              />
            </Panel>
          </>
        )}
      </Loaded>
    </>
  )
}

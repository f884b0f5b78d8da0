import { Button, Input, type TableColumnsType } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Guide } from '@/client'
import { listGuidesInfiniteOptions } from '@/client/@tanstack/react-query.gen'
import { useBrand, useBrandPath, usePerson } from '@/shared/brand/BrandContext'
import { CursorTable } from '@/shared/components/CursorTable'
import { EmptyState } from '@/shared/components/EmptyState'
import { Count } from '@/shared/components/Numbers'
import { Panel } from '@/shared/components/Panel'
import { StateTag } from '@/shared/components/StateTag'
import { useCursorPages } from '@/shared/hooks/useCursorPages'
import { useUrlFilters } from '@/shared/hooks/useUrlFilters'

const FILTERS = ['q'] as const

export function Guides() {
  const { t } = useTranslation()
  const { id: brand } = useBrand()
  const path = useBrandPath()
  const admin = usePerson().role === 'admin'
  const { filters, set } = useUrlFilters(FILTERS)
  const pages = useCursorPages<Guide>(
    listGuidesInfiniteOptions({ path: { brand }, query: { limit: 50, ...(filters.q && { q: filters.q }) } }),
  )
  const columns: TableColumnsType<Guide> = [
    { title: t('wecom.guides.name'), dataIndex: 'name' },
    { title: t('wecom.guides.userId'), render: (_, { userId }) => <code>{userId}</code> },
    { title: t('wecom.guides.store'), dataIndex: 'store' },
    { title: t('wecom.guides.friends'), className: 'ww-right', render: (_, { friends }) => <Count value={friends} /> },
    {
      title: t('wecom.guides.state'),
      render: (_, { active }) => <StateTag tone={active ? 'good' : 'calm'}>{active ? t('wecom.guides.active') : t('wecom.guides.inactive')}</StateTag>,
    },
  ]
  return (
    <>
      <Input.Search
        allowClear
        style={{ maxWidth: 320, marginBottom: 12 }}
        placeholder={t('wecom.guides.search')}
        aria-label={t('wecom.guides.search')}
        defaultValue={filters.q}
        onSearch={(q) => set({ q: q.trim() })}
      />
      <Panel flush>
        <CursorTable
          rowKey="userId"
          pages={pages}
          columns={columns}
          empty={
            <EmptyState
              title={t('wecom.guides.empty')}
              text={t('wecom.guides.emptyText')}
              action={
                admin && (
                  <Link to={path('/settings/wecom')}>
                    <Button>{t('wecom.guides.toSettings')}</Button>
                  </Link>
                )
              }
            />
          }
        />
      </Panel>
    </>
  )
}

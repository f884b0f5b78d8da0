import { useQuery } from '@tanstack/react-query'
import { Button, Table } from 'antd'
import { useTranslation } from 'react-i18next'
import { listWhatIfsOptions } from '@/client/@tanstack/react-query.gen'
import { useBrand } from '@/shared/brand/BrandContext'
import { EmptyState } from '@/shared/components/EmptyState'
import { Loaded } from '@/shared/components/Loaded'
import { Panel } from '@/shared/components/Panel'
import { useFormat } from '@/shared/hooks/useFormat'

/** What was tried before; every answer is kept. */
export function PastWhatIfs({ shown, onOpen }: { shown?: string; onOpen: (id: string) => void }) {
  const { t } = useTranslation()
  const { id: brand } = useBrand()
  const format = useFormat()
  const past = useQuery(listWhatIfsOptions({ path: { brand } }))
  return (
    <Panel title={t('whatIf.past')} flush>
      <Loaded query={past}>
        {(list) => (
          <Table
            rowKey="id"
            size="middle"
            dataSource={list}
            scroll={{ x: 'max-content' }}
            pagination={list.length > 10 ? { pageSize: 10 } : false}
            locale={{ emptyText: <EmptyState title={t('whatIf.empty')} text={t('whatIf.emptyText')} /> }}
            columns={[
              { title: t('whatIf.at'), render: (_, { askedAt }) => format.time(askedAt) },
              { title: t('whatIf.by'), render: (_, { askedBy }) => askedBy },
              { title: t('whatIf.span'), className: 'ww-right', render: (_, { months }) => months },
              { title: t('whatIf.against'), render: (_, { version }) => (version === null ? t('whatIf.otherDraft') : t('whatIf.version', { version })) },
              {
                title: t('whatIf.state'),
                render: (_, { id, answeredAt }) => (
                  <Button type="link" size="small" disabled={id === shown} onClick={() => onOpen(id)}>
                    {answeredAt === null ? t('whatIf.waiting') : t('whatIf.done')}
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

import { useQuery } from '@tanstack/react-query'
import { Table } from 'antd'
import { useTranslation } from 'react-i18next'
import type { FriendSource } from '@/client'
import { listFriendSourcesOptions } from '@/client/@tanstack/react-query.gen'
import { useBrand } from '@/shared/brand/BrandContext'
import { Defined } from '@/shared/components/Definition'
import { EmptyState } from '@/shared/components/EmptyState'
import { Loaded } from '@/shared/components/Loaded'
import { Count } from '@/shared/components/Numbers'
import { PageHeader } from '@/shared/components/PageHeader'
import { Panel } from '@/shared/components/Panel'
import { useFormat } from '@/shared/hooks/useFormat'
import { useText } from '@/shared/hooks/useLanguage'
import styles from './FriendSources.module.css'

export function FriendSourcesPage() {
  const { t } = useTranslation()
  const { id: brand } = useBrand()
  const sources = useQuery(listFriendSourcesOptions({ path: { brand } }))
  return (
    <>
      <PageHeader title={t('wecom.sources.title')} headline={t('wecom.sources.headline')} />
      <Panel flush>
        <Loaded query={sources}>{(list) => <Ways sources={list} />}</Loaded>
      </Panel>
    </>
  )
}

function Ways({ sources }: { sources: FriendSource[] }) {
  const { t } = useTranslation()
  const text = useText()
  const format = useFormat()
  const total = sources.reduce((sum, { friends }) => sum + friends, 0)
  const most = Math.max(1, ...sources.map(({ friends }) => friends))
  return (
    <Table
      rowKey="addWay"
      pagination={false}
      scroll={{ x: 'max-content' }}
      dataSource={[...sources].sort((one, other) => other.friends - one.friends)}
      locale={{ emptyText: <EmptyState title={t('wecom.sources.empty')} text={t('wecom.sources.emptyText')} /> }}
      columns={[
        { title: t('wecom.sources.way'), render: (_, { label }) => text(label) },
        {
          title: t('wecom.sources.friends'),
          width: '34%',
          render: (_, { friends }) => (
            <span className={styles.bar}>
              <span className={styles.track} aria-hidden="true">
                <i style={{ width: `${(friends / most) * 100}%` }} />
              </span>
              <Count value={friends} />
            </span>
          ),
        },
        { title: t('wecom.sources.share'), className: 'ww-right', render: (_, { friends }) => format.rate(total ? friends / total : null) },
        { title: t('wecom.sources.last30'), className: 'ww-right', render: (_, { last30Days }) => <Count value={last30Days} /> },
        { title: t('wecom.sources.removed'), className: 'ww-right', render: (_, { removed }) => <Count value={removed} /> },
        {
          title: <Defined meaning={{ definition: t('wecom.sources.removedMeaning') }}>{t('wecom.sources.removedRate')}</Defined>,
          className: 'ww-right',
          render: (_, { friends, removed }) => format.rate(friends + removed > 0 ? removed / (friends + removed) : null),
        },
      ]}
    />
  )
}

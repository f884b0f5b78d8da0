import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Popconfirm, Table } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { revokeTillKey, type IssuedTillKey, type TillKey } from '@/client'
import { listTillKeysOptions, listTillKeysQueryKey } from '@/client/@tanstack/react-query.gen'
import { pathId } from '@/shared/api/pathId'
import { useBrand, usePerson } from '@/shared/brand/BrandContext'
import { EmptyState } from '@/shared/components/EmptyState'
import { Loaded } from '@/shared/components/Loaded'
import { PageHeader } from '@/shared/components/PageHeader'
import { Panel } from '@/shared/components/Panel'
import { useFormat } from '@/shared/hooks/useFormat'
import { useReport } from '@/shared/hooks/useReport'
import { TillKeyDialog } from './TillKeyDialog'
import { TillSecretDialog } from './TillSecretDialog'

/** The keys with which tills take coupons and make members. */
export function TillKeysPage() {
  const { t } = useTranslation()
  const { id: brand } = useBrand()
  const { role } = usePerson()
  const [making, setMaking] = useState(false)
  const [issued, setIssued] = useState<IssuedTillKey | null>(null)
  const keys = useQuery(listTillKeysOptions({ path: { brand } }))
  const create = role === 'admin' && (
    <Button type="primary" onClick={() => setMaking(true)}>
      {t('till.create')}
    </Button>
  )
  return (
    <>
      <PageHeader title={t('till.title')} headline={t('till.headline')} actions={create} />
      <Panel flush>
        <Loaded query={keys}>{(list) => <Keys keys={list} />}</Loaded>
      </Panel>
      {making && <TillKeyDialog onClose={() => setMaking(false)} onIssued={setIssued} />}
      {issued && <TillSecretDialog issued={issued} onClose={() => setIssued(null)} />}
    </>
  )
}

function Keys({ keys }: { keys: TillKey[] }) {
  const { t } = useTranslation()
  const { id: brand } = useBrand()
  const { role } = usePerson()
  const format = useFormat()
  const report = useReport()
  const queries = useQueryClient()
  const revoke = useMutation({
    mutationFn: (id: string) => revokeTillKey({ path: { brand, id: pathId(id) } }),
    onSuccess: () => report.done(t('till.revoked')),
    onError: report.refused,
    onSettled: () => void queries.invalidateQueries({ queryKey: listTillKeysQueryKey({ path: { brand } }) }),
  })
  return (
    <Table
      rowKey="id"
      size="middle"
      pagination={false}
      dataSource={keys}
      locale={{ emptyText: <EmptyState title={t('till.empty')} text={t('till.emptyText')} /> }}
      columns={[
        { title: t('common.name'), render: (_, { name }) => name },
        { title: t('till.store'), render: (_, { store }) => store ?? t('till.anyStore') },
        { title: t('till.scopes'), render: (_, { scopes }) => scopes.map((scope) => t(`till.scope.${scope.replace('.', '_') as 'coupon_read'}`)).join(' · ') },
        { title: t('till.by'), render: (_, { createdBy, createdAt }) => `${createdBy} · ${format.time(createdAt)}` },
        {
          title: '',
          render: (_, { id, name }) =>
            role === 'admin' && (
              <Popconfirm title={t('till.revokeTitle', { name })} onConfirm={() => revoke.mutate(id)}>
                <Button type="link" size="small" danger>
                  {t('till.revoke')}
                </Button>
              </Popconfirm>
            ),
        },
      ]}
    />
  )
}

import { useQuery } from '@tanstack/react-query'
import { Button, Table } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Account, IssuedPassword } from '@/client'
import { listAccountsOptions } from '@/client/@tanstack/react-query.gen'
import { Loaded } from '@/shared/components/Loaded'
import { PageHeader } from '@/shared/components/PageHeader'
import { Panel } from '@/shared/components/Panel'
import { IssuedPasswordDialog } from '../components/IssuedPasswordDialog'
import { NewAccountDialog } from '../components/NewAccountDialog'
import { StoresDialog } from '../components/StoresDialog'
import { usePeopleColumns } from '../components/usePeopleColumns'

export function PeoplePage() {
  const { t } = useTranslation()
  const accounts = useQuery(listAccountsOptions())
  const [creating, setCreating] = useState(false)
  const [issued, setIssued] = useState<IssuedPassword | null>(null)
  const [choosing, setChoosing] = useState<Account | null>(null)
  const columns = usePeopleColumns(setIssued, setChoosing)
  return (
    <>
      <PageHeader
        title={t('access.people.title')}
        headline={accounts.data && t('access.people.headline', { count: accounts.data.length })}
        actions={
          accounts.data && (
            <Button type="primary" onClick={() => setCreating(true)}>
              {t('access.people.create')}
            </Button>
          )
        }
      />
      <Panel flush>
        <Loaded query={accounts}>
          {(people) => <Table rowKey="id" columns={columns} dataSource={people} pagination={false} scroll={{ x: 'max-content' }} />}
        </Loaded>
      </Panel>
      <NewAccountDialog open={creating} onClose={() => setCreating(false)} onIssued={setIssued} />
      {choosing && <StoresDialog account={choosing} onClose={() => setChoosing(null)} />}
      <IssuedPasswordDialog issued={issued} onClose={() => setIssued(null)} />
    </>
  )
}

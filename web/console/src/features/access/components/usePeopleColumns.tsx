import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Button, Select, Switch, type TableColumnsType } from 'antd'
import { useTranslation } from 'react-i18next'
import { issuePassword, updateAccount, type Account, type AccountChange, type IssuedPassword } from '@/client'
import { listAccountsQueryKey } from '@/client/@tanstack/react-query.gen'
import { pathId } from '@/shared/api/pathId'
import { usePerson } from '@/shared/brand/BrandContext'
import { StateTag } from '@/shared/components/StateTag'
import { useFormat } from '@/shared/hooks/useFormat'
import { useReport } from '@/shared/hooks/useReport'

export const ROLES = ['admin', 'operator', 'guide'] as const

export function usePeopleColumns(onIssued: (issued: IssuedPassword) => void, onStores: (account: Account) => void): TableColumnsType<Account> {
  const { t } = useTranslation()
  const { modal } = App.useApp()
  const format = useFormat()
  const report = useReport()
  const me = usePerson()
  const queries = useQueryClient()
  const refresh = () => queries.invalidateQueries({ queryKey: listAccountsQueryKey() })
  const change = useMutation({
    mutationFn: ({ id, body }: { id: string; body: AccountChange }) => updateAccount({ path: { id: pathId(id) }, body }),
    onSuccess: refresh,
    onError: report.refused,
  })
  const reset = useMutation({
    mutationFn: (id: string) => issuePassword({ path: { id: pathId(id) } }),
    onSuccess: ({ data }) => onIssued(data),
    onError: report.refused,
  })

  function confirmDisable(account: Account) {
    modal.confirm({
      title: t('access.people.disableTitle', { name: account.displayName }),
      content: t('access.people.disableText'),
      okText: t('access.people.disable'),
      okButtonProps: { danger: true },
      onOk: () => change.mutateAsync({ id: account.id, body: { disabled: true } }).catch(() => undefined),
    })
  }

  function confirmReset(account: Account) {
    modal.confirm({
      title: t('access.people.resetTitle', { name: account.displayName }),
      content: t('access.people.resetText'),
      okText: t('access.people.reset'),
      onOk: () => reset.mutateAsync(account.id).catch(() => undefined),
    })
  }

  return [
    {
      title: t('access.people.displayName'),
      render: (_, account) => `${account.displayName}${account.id === me.id ? ` ${t('access.people.you')}` : ''}`,
    },
    { title: t('access.people.username'), dataIndex: 'username' },
    {
      title: t('access.people.role'),
      render: (_, account) => (
        <Select
          value={account.role}
          size="small"
          style={{ width: 130 }}
          disabled={account.id === me.id}
          aria-label={t('access.people.role')}
          options={ROLES.map((role) => ({ value: role, label: t(`access.people.roles.${role}`) }))}
          onChange={(role) => change.mutate({ id: account.id, body: { role } })}
        />
      ),
    },
    { title: t('access.people.stores.column'), render: (_, account) => <Stores account={account} onChoose={() => onStores(account)} /> },
    {
      title: t('access.people.mayLookUp'),
      render: (_, account) => (
        <Switch
          size="small"
          checked={account.role === 'admin' || (account.role === 'operator' && account.mayLookUp)}
          disabled={account.role !== 'operator'}
          aria-label={t('access.people.mayLookUp')}
          onChange={(mayLookUp) => change.mutate({ id: account.id, body: { mayLookUp } })}
        />
      ),
    },
    {
      title: t('access.people.mayDownload'),
      render: (_, account) => (
        <Switch
          size="small"
          checked={account.role === 'admin' || (account.role === 'operator' && account.mayDownload)}
          disabled={account.role !== 'operator'}
          aria-label={t('access.people.mayDownload')}
          onChange={(mayDownload) => change.mutate({ id: account.id, body: { mayDownload } })}
        />
      ),
    },
    { title: t('common.state'), render: (_, account) => <AccountState account={account} /> },
    {
      title: t('access.people.lastSignIn'),
      render: (_, account) => (account.lastSignInAt ? format.time(account.lastSignInAt) : t('access.people.never')),
    },
    {
      title: t('common.actions'),
      render: (_, account) =>
        account.id !== me.id && (
          <>
            <Button type="link" size="small" onClick={() => confirmReset(account)}>
              {t('access.people.reset')}
            </Button>
            {account.disabled ? (
              <Button type="link" size="small" onClick={() => change.mutate({ id: account.id, body: { disabled: false } })}>
                {t('access.people.enable')}
              </Button>
            ) : (
              <Button type="link" size="small" danger onClick={() => confirmDisable(account)}>
                {t('access.people.disable')}
              </Button>
            )}
          </>
        ),
    },
  ]
}

function AccountState({ account }: { account: Account }) {
  const { t } = useTranslation()
  const format = useFormat()
  if (account.disabled) return <StateTag tone="calm">{t('access.people.disabled')}</StateTag>
  if (account.lockedUntil) return <StateTag tone="sun">{t('access.people.locked', { time: format.time(account.lockedUntil) })}</StateTag>
  return <StateTag tone="good">{t('access.people.active')}</StateTag>
}

function Stores({ account, onChoose }: { account: Account; onChoose: () => void }) {
  const { t } = useTranslation()
  if (account.role !== 'guide') return <span className="ww-muted">{t('access.people.stores.all')}</span>
  const count = Object.values(account.stores).flat().length
  return (
    <Button type="link" size="small" style={{ padding: 0 }} danger={count === 0} onClick={onChoose}>
      {count === 0 ? t('access.people.stores.none') : t('access.people.stores.some', { count })}
    </Button>
  )
}

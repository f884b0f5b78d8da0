import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { SharedAccount, SharingRule } from '@/client'
import { listSharedAccountsInfiniteOptions } from '@/client/@tanstack/react-query.gen'
import { useBrand } from '@/shared/brand/BrandContext'
import { CursorTable } from '@/shared/components/CursorTable'
import { Defined } from '@/shared/components/Definition'
import { EmptyState } from '@/shared/components/EmptyState'
import { Count } from '@/shared/components/Numbers'
import { Panel } from '@/shared/components/Panel'
import { useCursorPages } from '@/shared/hooks/useCursorPages'
import { useFormat } from '@/shared/hooks/useFormat'
import { PersonLink } from './PersonLink'
import { SharedState } from './SharedState'

interface Props {
  rules: SharingRule[] | undefined
  onOpen: (account: number) => void
}

/** Every shared account there is or was, the newest first. */
export function SharedAccountTable({ rules, onOpen }: Props) {
  const { t } = useTranslation()
  const format = useFormat()
  const { id: brand } = useBrand()
  const pages = useCursorPages<SharedAccount>(listSharedAccountsInfiniteOptions({ path: { brand }, query: { limit: 50 } }))
  return (
    <Panel flush title={t('sharing.accounts')} label={t('sharing.accounts')}>
      <CursorTable<SharedAccount>
        rowKey="id"
        pages={pages}
        empty={<EmptyState title={t('sharing.empty')} text={t('sharing.emptyText')} />}
        columns={[
          {
            title: t('sharing.account'),
            render: (_, { id, kind }) => (
              <Button type="link" size="small" style={{ paddingInline: 0 }} onClick={() => onOpen(id)}>
                {t('sharing.named', { kind: t(`sharing.kinds.${kind}`), no: id })}
              </Button>
            ),
          },
          { title: t('sharing.holder'), render: (_, { people }) => (people.length > 0 ? <PersonLink person={people[0]} /> : '–') },
          { title: t('sharing.people'), className: 'ww-right', render: (_, { people }) => <Count value={people.length} /> },
          {
            title: <Defined meaning={{ definition: t('sharing.pointsMeaning') }}>{t('sharing.points')}</Defined>,
            className: 'ww-right',
            render: (_, { points }) => <Count value={points} />,
          },
          { title: t('sharing.since'), render: (_, { openedAt }) => <span className="ww-number">{format.day(openedAt)}</span> },
          { title: t('common.state'), render: (_, account) => <SharedState account={account} rules={rules} /> },
        ]}
      />
    </Panel>
  )
}

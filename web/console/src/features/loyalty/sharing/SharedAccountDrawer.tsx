import { useQuery } from '@tanstack/react-query'
import { Alert, Button, Drawer } from 'antd'
import { useTranslation } from 'react-i18next'
import type { SharedAccount } from '@/client'
import { getSharedAccountOptions } from '@/client/@tanstack/react-query.gen'
import { useBrand } from '@/shared/brand/BrandContext'
import { Defined } from '@/shared/components/Definition'
import { Loaded } from '@/shared/components/Loaded'
import { Count } from '@/shared/components/Numbers'
import { Stat, Stats } from '@/shared/components/Stat'
import { useFormat } from '@/shared/hooks/useFormat'
import { FormerPeople } from './FormerPeople'
import { SharedPeople } from './SharedPeople'
import { useSharedChanges } from './useSharedChanges'

interface Props {
  id: number
  onClose: () => void
}

/** One account: what can be spent together, who is in it, and what a brand can do about it. */
export function SharedAccountDrawer({ id, onClose }: Props) {
  const { t } = useTranslation()
  const { id: brand } = useBrand()
  const account = useQuery(getSharedAccountOptions({ path: { brand, id } }))
  const title = account.data ? t('sharing.named', { kind: t(`sharing.kinds.${account.data.kind}`), no: id }) : t('sharing.account')
  return (
    <Drawer open size={640} title={title} onClose={onClose}>
      <Loaded query={account}>{(data) => <Account account={data} />}</Loaded>
    </Drawer>
  )
}

function Account({ account }: { account: SharedAccount }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { close, remove } = useSharedChanges(account)
  if (account.closedAt) {
    return (
      <div className="ww-stack">
        <Alert showIcon type="info" title={t('sharing.closed', { day: format.day(account.closedAt) })} description={t('sharing.closedText')} />
        <FormerPeople account={account.id} />
      </div>
    )
  }
  return (
    <div className="ww-stack">
      <Stats>
        <Stat label={<Defined meaning={{ definition: t('sharing.pointsMeaning') }}>{t('sharing.points')}</Defined>} value={<Count value={account.points} />} />
        <Stat label={t('sharing.people')} value={<Count value={account.people.length} />} />
        <Stat label={t('sharing.since')} value={format.day(account.openedAt)} />
      </Stats>
      <SharedPeople people={account.people} onRemove={remove} />
      <div>
        <Button danger onClick={close}>
          {t('sharing.close')}
        </Button>
      </div>
      <FormerPeople account={account.id} />
    </div>
  )
}

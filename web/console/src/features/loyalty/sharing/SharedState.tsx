import { useTranslation } from 'react-i18next'
import type { SharedAccount, SharingRule } from '@/client'
import { StateTag } from '@/shared/components/StateTag'

interface Props {
  account: SharedAccount
  rules: SharingRule[] | undefined
}

/** Whether points are shared in an account now. */
export function SharedState({ account, rules }: Props) {
  const { t } = useTranslation()
  if (account.closedAt) return <StateTag tone="calm">{t('sharing.states.closed')}</StateTag>
  const off = rules?.some(({ kind, active }) => kind === account.kind && !active)
  return off ? <StateTag tone="sun">{t('sharing.states.paused')}</StateTag> : <StateTag tone="good">{t('sharing.states.open')}</StateTag>
}

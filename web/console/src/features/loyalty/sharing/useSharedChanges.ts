import { App } from 'antd'
import { useTranslation } from 'react-i18next'
import { closeSharedAccount, removeSharedPerson, type SharedAccount, type SharedPerson } from '@/client'
import { getSharedAccountQueryKey, listFormerSharedPeopleQueryKey } from '@/client/@tanstack/react-query.gen'
import { useBrand } from '@/shared/brand/BrandContext'
import { useFormat } from '@/shared/hooks/useFormat'
import { useReport } from '@/shared/hooks/useReport'
import { useChange } from '../api/useChange'

/** Lets somebody go or closes the account, once it is said what becomes of the points. */
export function useSharedChanges({ id, kind, people }: SharedAccount) {
  const { t } = useTranslation()
  const { modal } = App.useApp()
  const { id: brand } = useBrand()
  const format = useFormat()
  const report = useReport()
  // Accounts are listed page by page under keys of their own: all of them are meant.
  const touched = [getSharedAccountQueryKey({ path: { brand, id } }), listFormerSharedPeopleQueryKey({ path: { brand, id } }), [{ _id: 'listSharedAccounts' }]]
  const removal = useChange((customer: number) => removeSharedPerson({ path: { brand, id, customer } }), touched, () => t('sharing.removed'))
  const closing = useChange(() => closeSharedAccount({ path: { brand, id } }), touched, () => t('sharing.closedNow'))

  const remove = ({ customer, name, points }: SharedPerson) =>
    void modal.confirm({
      title: t('sharing.removeTitle', { name: name ?? t('customer.list.anonymous', { no: customer }) }),
      content: t('sharing.removeText', { points: format.exact(points) }),
      okText: t('sharing.remove'),
      okButtonProps: { danger: true },
      onOk: () => removal.mutateAsync(customer).catch(report.refused),
    })

  const close = () =>
    void modal.confirm({
      title: t('sharing.closeTitle', { kind: t(`sharing.kinds.${kind}`), no: id }),
      content: t('sharing.closeText', { n: format.exact(people.length) }),
      okText: t('sharing.close'),
      okButtonProps: { danger: true },
      onOk: () => closing.mutateAsync(undefined).catch(report.refused),
    })

  return { remove, close }
}

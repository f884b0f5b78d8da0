import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { SharedPerson } from '@/client'
import { useBrandPath } from '@/shared/brand/BrandContext'

/** Somebody in an account, leading to their page as a customer. */
export function PersonLink({ person: { customer, name } }: { person: Pick<SharedPerson, 'customer' | 'name'> }) {
  const { t } = useTranslation()
  const path = useBrandPath()
  return <Link to={path(`/customers/${customer}`)}>{name ?? t('customer.list.anonymous', { no: customer })}</Link>
}

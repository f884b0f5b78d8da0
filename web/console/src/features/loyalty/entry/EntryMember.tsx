import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useBrandPath } from '@/shared/brand/BrandContext'

/** Whose points they are, leading to their page. */
export function EntryMember({ customer, name }: { customer: number | null; name: string | null }) {
  const { t } = useTranslation()
  const path = useBrandPath()
  if (customer === null) return <span className="ww-muted">{t('entry.forgotten')}</span>
  return <Link to={path(`/customers/${customer}?tab=points`)}>{name ?? t('customer.list.anonymous', { no: customer })}</Link>
}

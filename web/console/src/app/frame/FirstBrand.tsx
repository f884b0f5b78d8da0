import { Navigate } from 'react-router'
import { EmptyState } from '@/shared/components/EmptyState'
import { useSession } from '@/shared/hooks/useSession'
import { useTranslation } from 'react-i18next'
import { lastBrand } from './lastBrand'

/** Leads to the brand the person worked in last. */
export function FirstBrand() {
  const { t } = useTranslation()
  const { data } = useSession()
  const brands = data?.brands ?? []
  const brand = brands.find((one) => one.id === lastBrand()) ?? brands[0]
  if (!brand) return <EmptyState title={t('noBrand.title')} text={t('noBrand.text')} />
  return <Navigate to={`/b/${brand.id}/home`} replace />
}

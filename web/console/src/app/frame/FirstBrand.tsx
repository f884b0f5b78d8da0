import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { Navigate } from 'react-router'
import { EmptyState } from '@/shared/components/EmptyState'
import { useSession } from '@/shared/hooks/useSession'
import { useSignOut } from '@/shared/hooks/useSignOut'
import { lastBrand } from './lastBrand'

/** The key of the brand a demonstration makes. */
const DEMO = 'demo'

/** Leads to the brand the person worked in last, to the one that is to be looked at, or to making the first one. */
export function FirstBrand() {
  const { data } = useSession()
  const brands = data?.brands ?? []
  const of = (id: string | null) => brands.find((one) => one.id === id)
  const brand = of(lastBrand()) ?? (data?.demo ? of(DEMO) : undefined) ?? brands[0]
  if (brand) return <Navigate to={`/b/${brand.id}/${data?.person?.role === 'guide' ? 'tasks' : 'home'}`} replace />
  return data?.person?.role === 'admin' ? <Navigate to="/new-brand" replace /> : <NoBrand />
}

function NoBrand() {
  const { t } = useTranslation()
  const leave = useSignOut()
  return (
    <EmptyState
      title={t('noBrand.title')}
      text={t('noBrand.text')}
      action={
        <Button loading={leave.isPending} onClick={() => leave.mutate()}>
          {t('top.signOut')}
        </Button>
      }
    />
  )
}

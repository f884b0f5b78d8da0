import { useQuery } from '@tanstack/react-query'
import { Alert } from 'antd'
import { useTranslation } from 'react-i18next'
import { reconcileCouponsOptions } from '@/client/@tanstack/react-query.gen'
import { useBrand } from '@/shared/brand/BrandContext'
import { ProblemView } from '@/shared/components/ProblemView'
import { useFormat } from '@/shared/hooks/useFormat'

/** Whether coupons and what happened to them say the same, before anybody is paid. */
export function SettlementCheck() {
  const { t } = useTranslation()
  const { id: brand } = useBrand()
  const format = useFormat()
  const check = useQuery(reconcileCouponsOptions({ path: { brand } }))
  if (check.error) return <ProblemView error={check.error} compact onRetry={() => void check.refetch()} />
  if (!check.data) return null
  const { agrees, moves, coupons } = check.data
  return (
    <Alert
      showIcon
      data-testid="coupon-check"
      type={agrees ? 'success' : 'error'}
      title={agrees ? t('coupon.settlement.agrees', { n: format.money(moves) }) : t('coupon.settlement.differs', { moves: format.money(moves), coupons: format.money(coupons) })}
    />
  )
}

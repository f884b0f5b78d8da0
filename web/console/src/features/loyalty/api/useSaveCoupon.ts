import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { changeCouponTemplate, createCouponTemplate, type NewCouponTemplate } from '@/client'
import { useBrand, useBrandPath } from '@/shared/brand/BrandContext'
import { useReport } from '@/shared/hooks/useReport'
import { useKeepCoupon } from './useKeepCoupon'

/** Writes a draft, new or changed. What is refused is for the form to show. */
export function useSaveCoupon(id: string | undefined) {
  const { t } = useTranslation()
  const { id: brand } = useBrand()
  const path = useBrandPath()
  const navigate = useNavigate()
  const report = useReport()
  const keep = useKeepCoupon()
  return useMutation({
    mutationFn: (body: NewCouponTemplate) => (id ? changeCouponTemplate({ path: { brand, id }, body }) : createCouponTemplate({ path: { brand }, body })),
    onSuccess: ({ data }) => {
      keep(data)
      report.done(t('coupon.form.created', { name: data.name }))
      if (!id) void navigate(path(`/coupons/${data.id}`), { replace: true })
    },
  })
}

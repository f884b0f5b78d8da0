import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Reward } from '@/client'
import { listCouponTemplatesOptions } from '@/client/@tanstack/react-query.gen'
import { useBrand } from '@/shared/brand/BrandContext'
import { useFormat } from '@/shared/hooks/useFormat'

/** A reward in words. */
export function useRewardWords(): (reward: Reward) => string {
  const { t } = useTranslation()
  const { id: brand } = useBrand()
  const format = useFormat()
  const templates = useQuery(listCouponTemplatesOptions({ path: { brand }, query: { limit: 200 } })).data?.items ?? []
  return (reward) => {
    if (reward.type === 'points') return t('play.reward.pointsWords', { n: format.exact(reward.points) })
    if (reward.type === 'chances') return t('play.reward.chancesWords', { n: reward.chances })
    return t('play.reward.couponWords', { name: templates.find(({ id }) => id === reward.template)?.name ?? reward.template })
  }
}

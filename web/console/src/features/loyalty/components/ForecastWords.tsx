import { Alert } from 'antd'
import { useTranslation } from 'react-i18next'
import type { CouponTemplate } from '@/client'
import { useFormat } from '@/shared/hooks/useFormat'
import { forecast } from '../api/forecast'

/** Whom issuing reaches and what it costs at most, in words. */
export function ForecastWords({ template, people, counted = true }: { template: CouponTemplate; people: number | null; counted?: boolean }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { most, cost, short } = forecast(template, people)
  const left = format.exact(short?.left)
  const lines = [
    counted && (people === null ? t('coupon.issue.reachUnknown') : t('coupon.issue.reach', { n: format.exact(people), issued: format.exact(most) })),
    short && t(short.by === 'stock' ? 'coupon.issue.stockShort' : 'coupon.issue.budgetShort', { n: left }),
    counted && template.perCustomer !== null && t('coupon.issue.perCustomer', { n: template.perCustomer }),
    template.worth === 0 && t('coupon.issue.costUnbounded'),
    cost !== null && t('coupon.issue.cost', { cost: format.money(cost), worth: format.money(template.worth) }),
  ].filter(Boolean)
  if (lines.length === 0) return null
  return (
    <Alert
      showIcon
      data-testid="issue-forecast"
      type={short || template.worth === 0 ? 'warning' : 'info'}
      title={
        <>
          {lines.map((line) => (
            <div key={String(line)}>{line}</div>
          ))}
        </>
      }
    />
  )
}

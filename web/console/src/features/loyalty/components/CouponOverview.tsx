import { useTranslation } from 'react-i18next'
import type { CouponTemplate } from '@/client'
import { Defined } from '@/shared/components/Definition'
import { Count, Money } from '@/shared/components/Numbers'
import { Panel } from '@/shared/components/Panel'
import { Stat, Stats } from '@/shared/components/Stat'
import { useFormat } from '@/shared/hooks/useFormat'
import { useTermsWords } from './useTermsWords'

/** How a template's coupons fare, and what is said on them. */
export function CouponOverview({ template }: { template: CouponTemplate }) {
  const { t } = useTranslation()
  const format = useFormat()
  const words = useTermsWords()
  const { issued, stock, budget, redeemed, spent, reserved, expired, withdrawn, terms } = template
  const defined = (part: 'issued' | 'redeemed' | 'rate' | 'spent' | 'reserved') => (
    <Defined meaning={{ definition: t(`coupon.page.meaning.${part}`) }}>{t(`coupon.page.${part}`)}</Defined>
  )
  return (
    <div className="ww-stack">
      <Panel title={t('coupon.page.tabs.overview')} note={t('coupon.page.late')}>
        <Stats>
          <Stat big label={defined('issued')} value={<Count value={issued} />} />
          <Stat big label={defined('redeemed')} value={<Count value={redeemed} />} />
          <Stat big label={defined('spent')} value={<Money value={spent} />} />
          <Stat label={defined('rate')} value={issued === 0 ? '—' : format.rate(redeemed / issued)} />
          <Stat label={t('coupon.page.left')} value={stock === null ? t('coupon.page.unlimited') : <Count value={stock - issued} />} />
          <Stat
            label={defined('reserved')}
            value={
              <>
                <Money value={reserved} /> / {budget === null ? t('coupon.page.noMost') : <Money value={budget} />}
              </>
            }
          />
          <Stat label={t('coupon.page.expired')} value={<Count value={expired} />} />
          <Stat label={t('coupon.page.withdrawn')} value={<Count value={withdrawn} />} />
        </Stats>
      </Panel>
      <Panel title={t('coupon.page.terms')}>
        <ul>
          {words(terms).map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </Panel>
    </div>
  )
}

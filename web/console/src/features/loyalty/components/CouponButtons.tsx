import { useMutation } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { activateCouponTemplate, stopCouponTemplate, type CouponTemplate } from '@/client'
import { useBrand } from '@/shared/brand/BrandContext'
import { useFormat } from '@/shared/hooks/useFormat'
import { useReport } from '@/shared/hooks/useReport'
import { WithdrawDialog } from '@/shared/loyalty/WithdrawDialog'
import { useKeepCoupon } from '../api/useKeepCoupon'
import { LimitsDialog } from './LimitsDialog'

/** What can be done with a template as it stands, each after saying what it means. */
export function CouponButtons({ template }: { template: CouponTemplate }) {
  const { t } = useTranslation()
  const { id: brand } = useBrand()
  const { modal } = App.useApp()
  const format = useFormat()
  const report = useReport()
  const keep = useKeepCoupon()
  const [asking, setAsking] = useState<'limits' | 'withdraw' | null>(null)
  const { id, name, state, worth, budget, issued, redeemed, expired, withdrawn } = template
  const at = { path: { brand, id } }
  const activate = useMutation({
    mutationFn: () => activateCouponTemplate(at),
    onSuccess: ({ data }) => {
      keep(data)
      report.done(t('coupon.page.activated'))
    },
    onError: report.refused,
  })
  const stop = useMutation({
    mutationFn: () => stopCouponTemplate(at),
    onSuccess: ({ data }) => {
      keep(data)
      report.done(t('coupon.page.stopped'))
    },
    onError: report.refused,
  })

  function confirmActivate() {
    modal.confirm({
      title: t('coupon.page.activateTitle', { name }),
      content: t('coupon.page.activateText', {
        worth: worth === 0 ? t('coupon.page.noMost') : format.money(worth),
        budget: budget === null ? t('coupon.page.noMost') : format.money(budget),
      }),
      okText: t('coupon.page.activate'),
      onOk: () => activate.mutateAsync().catch(() => undefined),
    })
  }

  function confirmStop() {
    modal.confirm({
      title: t('coupon.page.stopTitle', { name }),
      content: t('coupon.page.stopText', { n: format.exact(Math.max(0, issued - redeemed - expired - withdrawn)) }),
      okText: t('coupon.page.stop'),
      okButtonProps: { danger: true },
      onOk: () => stop.mutateAsync().catch(() => undefined),
    })
  }

  return (
    <>
      {issued > 0 && (
        <Button danger type="text" onClick={() => setAsking('withdraw')}>
          {t('coupon.withdraw.many')}
        </Button>
      )}
      {state !== 'draft' && <Button onClick={() => setAsking('limits')}>{t('coupon.page.limits')}</Button>}
      {state === 'active' ? (
        <Button danger loading={stop.isPending} onClick={confirmStop}>
          {t('coupon.page.stop')}
        </Button>
      ) : (
        <Button type="primary" loading={activate.isPending} onClick={state === 'draft' ? confirmActivate : () => activate.mutate()}>
          {t(state === 'draft' ? 'coupon.page.activate' : 'coupon.page.again')}
        </Button>
      )}
      {asking === 'limits' && <LimitsDialog template={template} onClose={() => setAsking(null)} />}
      {asking === 'withdraw' && <WithdrawDialog onDone={() => undefined} onClose={() => setAsking(null)} />}
    </>
  )
}

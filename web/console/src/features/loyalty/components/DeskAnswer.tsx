import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { CouponAnswer } from '@/client'
import { Panel } from '@/shared/components/Panel'
import { useFormat } from '@/shared/hooks/useFormat'
import styles from './Desk.module.css'

interface Props {
  answer: CouponAnswer
  redeemed: boolean
  pending: boolean
  onRedeem: () => void
  onBack: () => void
}

/** What a coupon gives, before and after it is redeemed. */
export function DeskAnswer({ answer, redeemed, pending, onRedeem, onBack }: Props) {
  const { t } = useTranslation()
  const format = useFormat()
  const amount = format.money(answer.amount)
  return (
    <Panel>
      <p className={styles.gives} data-testid="desk-answer" role="status">
        {redeemed ? t('coupon.desk.redeemed', { amount }) : t('coupon.desk.gives', { amount })}
      </p>
      {redeemed && answer.repeated && <p>{t('coupon.desk.repeated')}</p>}
      {answer.coupons.map(({ coupon, name, gift, validUntil }) => (
        <p key={coupon}>
          <strong>{name}</strong>
          {gift && <> · {t('coupon.desk.gift', { product: gift })}</>}
          {!redeemed && <span className="ww-muted ww-small"> {t('coupon.desk.until', { time: format.time(validUntil) })}</span>}
        </p>
      ))}
      <div className={styles.buttons}>
        {redeemed ? (
          <Button type="primary" size="large" className={styles.main} onClick={onBack}>
            {t('coupon.desk.next')}
          </Button>
        ) : (
          <>
            <Button size="large" onClick={onBack}>
              {t('coupon.desk.change')}
            </Button>
            <Button type="primary" size="large" className={styles.main} loading={pending} onClick={onRedeem}>
              {t('coupon.desk.redeem')}
            </Button>
          </>
        )}
      </div>
    </Panel>
  )
}

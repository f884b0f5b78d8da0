import { showMemberCouponPass, type MemberCoupon } from '@/client'
import { Loaded } from '@/shared/Loaded'
import { QrCode } from '@/shared/QrCode'
import { path } from '@/shared/brand'
import { usePass } from '@/shared/usePass'
import { useWords } from '@/words/words'

export function CouponPass({ coupon }: { coupon: MemberCoupon }) {
  const words = useWords()
  const pass = usePass(`coupon-${coupon.id}`, async () =>
    (await showMemberCouponPass({ path: { ...path, coupon: Number(coupon.id) } })).data)
  return (
    <section className="panel pass" style={{ margin: 0, paddingBottom: 40 }}>
      <h2>{coupon.name}</h2>
      <Loaded query={pass}>
        {(shown) => (
          <div className="code">
            <QrCode text={shown.text} size={220} label={words('couponCode')} />
          </div>
        )}
      </Loaded>
      <div>{words('couponCode')}</div>
      <div className="faint">{words('refreshes')}</div>
    </section>
  )
}

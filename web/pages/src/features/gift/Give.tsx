import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Popup, Toast } from 'antd-mobile'
import type { MemberBrand, MemberCoupon } from '@/client'
import { giveMemberCouponMutation, listMemberCouponsQueryKey, takeBackMemberCouponMutation } from '@/client/@tanstack/react-query.gen'
import { GiftLink } from './GiftLink'
import { path } from '@/shared/brand'
import { moment } from '@/shared/format'
import { tell } from '@/shared/problem'
import { sure } from '@/shared/sure'
import { useWords } from '@/words/words'

/** Below a coupon that may be given to somebody else, or is on its way. */
export function Give({ coupon, brand }: { coupon: MemberCoupon; brand: MemberBrand }) {
  const words = useWords()
  const queries = useQueryClient()
  const which = { path: { ...path, coupon: Number(coupon.id) } }
  const again = () => void queries.invalidateQueries({ queryKey: listMemberCouponsQueryKey({ path }) })
  const give = useMutation({ ...giveMemberCouponMutation(), onError: tell, onSuccess: again })
  const takeBack = useMutation({
    ...takeBackMemberCouponMutation(),
    onError: tell,
    onSuccess: () => Toast.show({ icon: 'success', content: words('takenBack') }),
    // Refused, somebody has taken it: then it is not here any more.
    onSettled: again,
  })
  const offered = coupon.state === 'offered'
  if (!offered && !coupon.give && !give.data) return null
  const askGive = async () => {
    if (await sure(words('giveSure'), words('give'))) give.mutate(which)
  }
  const askBack = async () => {
    if (await sure(words('takeBackSure'), words('takeBack'))) takeBack.mutate(which)
  }
  return (
    <div className="give">
      <span className="faint">{offered && coupon.offered && words('giveUntil', { date: moment(coupon.offered, brand.zone) })}</span>
      {offered ? (
        <>
          <Button size="small" fill="none" color="primary" loading={give.isPending} onClick={() => give.mutate(which)}>
            {words('giveLink')}
          </Button>
          <Button size="small" fill="none" loading={takeBack.isPending} onClick={() => void askBack()}>
            {words('takeBack')}
          </Button>
        </>
      ) : (
        coupon.give && (
          <Button size="small" fill="none" color="primary" loading={give.isPending} onClick={() => void askGive()}>
            {words('give')}
          </Button>
        )
      )}
      <Popup visible={give.data !== undefined} onMaskClick={give.reset} onClose={give.reset} showCloseButton destroyOnClose bodyClassName="sheet">
        {give.data && <GiftLink name={coupon.name} gift={give.data} zone={brand.zone} />}
      </Popup>
    </div>
  )
}

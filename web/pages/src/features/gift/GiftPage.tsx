import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, ErrorBlock, Toast } from 'antd-mobile'
import { useEffect } from 'react'
import { useNavigate, useParams } from 'react-router'
import type { MemberGiftSeen } from '@/client'
import { seeMemberGiftOptions, takeMemberGiftMutation } from '@/client/@tanstack/react-query.gen'
import { CouponCard } from '@/features/coupons/CouponCard'
import { Loaded } from '@/shared/Loaded'
import { Page } from '@/shared/Page'
import { path, useBrand } from '@/shared/brand'
import { moment } from '@/shared/format'
import { forgetGift } from '@/shared/gift'
import { problemCode, problemWords, tell } from '@/shared/problem'
import { useWords } from '@/words/words'

/** Where the link of a coupon leads that somebody gives away: by whom it is, what it is, and whether to take it. */
export function GiftPage() {
  const words = useWords()
  const { coupon = '', code = '' } = useParams()
  useEffect(forgetGift, [])
  return (
    <Page title={words('giftTitle')}>
      <Gift coupon={Number(coupon)} code={code} />
    </Page>
  )
}

function Gift({ coupon, code }: { coupon: number; code: string }) {
  const words = useWords()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const which = { path: { ...path, coupon, code } }
  const take = useMutation({
    ...takeMemberGiftMutation(),
    onError: (error) => {
      if (problemCode(error) === null) tell(error)
    },
    onSuccess: () => {
      Toast.show({ icon: 'success', content: words('giftTaken') })
      void queries.invalidateQueries()
      navigate('/coupons', { replace: true })
    },
  })
  // Once taken, the offer is over: it is not asked about again while the page changes.
  const gift = useQuery({ ...seeMemberGiftOptions(which), enabled: !take.isPending && !take.isSuccess })
  const error = gift.error ?? take.error
  if (problemCode(error) !== null) return <Refused error={error} />
  return (
    <Loaded query={gift}>
      {(seen) => (
        <>
          <Seen gift={seen} />
          <Button block color="primary" size="large" className="apart" loading={take.isPending} onClick={() => take.mutate(which)}>
            {words('giftTake')}
          </Button>
          <Button block size="large" onClick={() => navigate('/', { replace: true })}>
            {words('giftNotTake')}
          </Button>
        </>
      )}
    </Loaded>
  )
}

function Seen({ gift: { coupon, by, until } }: { gift: MemberGiftSeen }) {
  const words = useWords()
  const brand = useBrand()
  if (!brand.data) return null
  return (
    <>
      <section className="panel middle">
        <h2>{words('giftBy', { name: by ?? words('friend') })}</h2>
        <div className="faint">{words('giftUntil', { date: moment(until, brand.data.zone) })}</div>
      </section>
      <CouponCard coupon={{ ...coupon, state: 'issued' }} brand={brand.data} />
    </>
  )
}

function Refused({ error }: { error: unknown }) {
  const words = useWords()
  const navigate = useNavigate()
  const own = problemCode(error) === 'coupon-gift-own'
  return (
    <ErrorBlock status="default" title={problemWords(error)} description="" className="block">
      <Button color="primary" size="small" onClick={() => navigate(own ? '/coupons' : '/', { replace: true })}>
        {words(own ? 'coupons' : 'toHome')}
      </Button>
    </ErrorBlock>
  )
}

import { useQuery } from '@tanstack/react-query'
import { Popup } from 'antd-mobile'
import { GiftOutline, RightOutline } from 'antd-mobile-icons'
import { useEffect, useState } from 'react'
import { useNavigate } from 'react-router'
import type { MemberOffer } from '@/client'
import { getMemberCardOptions, getMemberPointsOptions, listMemberOffersOptions } from '@/client/@tanstack/react-query.gen'
import { OfferOrder } from './OfferOrder'
import { Loaded } from '@/shared/Loaded'
import { Nothing } from '@/shared/Nothing'
import { path, useBrand } from '@/shared/brand'
import { count, money } from '@/shared/format'
import { useWords } from '@/words/words'

/** What is to be had for points. */
export function MallPage() {
  const words = useWords()
  const navigate = useNavigate()
  const offers = useQuery(listMemberOffersOptions({ path }))
  const card = useQuery(getMemberCardOptions({ path }))
  const points = useQuery(getMemberPointsOptions({ path }))
  const own = card.data?.points ?? 0
  const purse = points.data?.spendable ?? own
  const [shown, setShown] = useState<MemberOffer | null>(null)
  useEffect(() => {
    document.title = words('mall')
  }, [words])
  const close = () => setShown(null)
  return (
    <main className="page">
      <section className="panel row purse">
        <span>
          {words('available')} <strong className="number">{count(own)}</strong>
          {purse > own && <span className="faint together">{words('sharedSpendable', { points: count(purse) })}</span>}
        </span>
        <button type="button" onClick={() => navigate('/mall-orders')}>
          {words('mallOrders')} <RightOutline />
        </button>
      </section>
      <Loaded query={offers}>
        {(all) =>
          all.length === 0 ? (
            <Nothing says={words('noOffers')} />
          ) : (
            <div className="shelf">
              {all.map((offer) => (
                <Offer key={offer.id} offer={offer} onShow={() => setShown(offer)} />
              ))}
            </div>
          )
        }
      </Loaded>
      <Popup visible={shown !== null} onMaskClick={close} onClose={close} showCloseButton destroyOnClose bodyClassName="sheet">
        {shown && <OfferOrder offer={shown} purse={purse} onDone={close} />}
      </Popup>
    </main>
  )
}

function Offer({ offer, onShow }: { offer: MemberOffer; onShow: () => void }) {
  const words = useWords()
  const brand = useBrand()
  return (
    <button type="button" className="offer" onClick={onShow}>
      {offer.picture ? <img src={offer.picture} alt="" loading="lazy" referrerPolicy="no-referrer" /> : <GiftOutline className="none" />}
      <span className="name">{offer.name}</span>
      <span className="price">
        <strong className="number">{count(offer.points)}</strong> {words('points')}
        {offer.money > 0 && brand.data && ` + ${money(brand.data, offer.money)}`}
      </span>
      <span className="faint">
        {offer.whyNot ?? (offer.left === null ? '' : words('left', { count: count(offer.left) }))}
      </span>
    </button>
  )
}

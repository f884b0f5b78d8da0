import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Input, Selector, Stepper, TextArea, Toast } from 'antd-mobile'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import type { MemberOffer } from '@/client'
import { orderFromMallMutation } from '@/client/@tanstack/react-query.gen'
import { path, useBrand } from '@/shared/brand'
import { count, money } from '@/shared/format'
import { newKey } from '@/shared/newKey'
import { most } from './most'
import { tell } from '@/shared/problem'
import { useWords } from '@/words/words'

const SEND = ''

/** One thing of the mall, and where it should go. */
export function OfferOrder({ offer, purse, onDone }: { offer: MemberOffer; purse: number; onDone: () => void }) {
  const words = useWords()
  const brand = useBrand()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const ways = [...(offer.delivery ? [{ value: SEND, label: words('send') }] : []), ...offer.stores.map(({ code, name }) => ({ value: code, label: words('pickUpAt', { store: name }) }))]
  const atMost = most(offer, purse)
  const [pieces, setPieces] = useState(1)
  // Asked again because no answer came, it is the same order; another number of pieces is another wish.
  const [keys] = useState(() => new Map<number, string>())
  const [way, setWay] = useState(ways[0]?.value ?? SEND)
  const [address, setAddress] = useState({ name: '', phone: '', address: '' })
  const sent = offer.kind === 'goods' && way === SEND
  const order = useMutation({
    ...orderFromMallMutation(),
    onError: tell,
    onSuccess: () => {
      Toast.show({ icon: 'success', content: words('ordered') })
      void queries.invalidateQueries()
      onDone()
      navigate('/mall-orders')
    },
  })
  const complete = !sent || (address.name !== '' && address.phone.length >= 8 && address.address !== '')
  const place = () => {
    const key = keys.get(pieces) ?? newKey()
    keys.set(pieces, key)
    order.mutate({
      path,
      body: {
        key,
        item: offer.id,
        pieces,
        store: offer.kind === 'goods' && way !== SEND ? way : null,
        address: sent ? address : null,
      },
    })
  }
  return (
    <section className="panel order">
      <h2>{offer.name}</h2>
      {offer.description && <p>{offer.description}</p>}
      <p className="price">
        <strong className="number">{count(offer.points * pieces)}</strong> {words('points')}
        {offer.money > 0 && brand.data && ` + ${words('payAtStore', { amount: money(brand.data, offer.money * pieces) })}`}
      </p>
      {offer.whyNot === null && atMost > 1 && (
        <div className="row">
          <span>{words('howMany')}</span>
          <Stepper min={1} max={atMost} digits={0} value={pieces} onChange={(chosen) => setPieces(chosen ?? 1)} inputReadOnly aria-label={words('howMany')} />
        </div>
      )}
      {offer.kind === 'goods' && offer.whyNot === null && (
        <>
          <Selector
            options={ways}
            value={[way]}
            onChange={([chosen]) => setWay(chosen ?? way)}
          />
          {sent && (
            <div className="address">
              <Input placeholder={words('receiver')} aria-label={words('receiver')} maxLength={40} value={address.name} onChange={(name) => setAddress({ ...address, name })} />
              <Input placeholder={words('phone')} aria-label={words('phone')} type="tel" maxLength={20} value={address.phone} onChange={(phone) => setAddress({ ...address, phone })} />
              <TextArea placeholder={words('address')} aria-label={words('address')} rows={2} maxLength={200} value={address.address} onChange={(text) => setAddress({ ...address, address: text })} />
              <div className="faint">{words('addressFor')}</div>
            </div>
          )}
        </>
      )}
      <Button block color="primary" size="large" disabled={offer.whyNot !== null || !complete} loading={order.isPending} onClick={place}>
        {offer.whyNot ?? words('orderNow')}
      </Button>
    </section>
  )
}

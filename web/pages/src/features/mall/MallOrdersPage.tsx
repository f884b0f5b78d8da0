import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Dialog } from 'antd-mobile'
import type { MemberMallOrder } from '@/client'
import {
  cancelMyMallOrderMutation,
  listMemberMallOrdersOptions,
} from '@/client/@tanstack/react-query.gen'
import { Loaded } from '@/shared/Loaded'
import { Nothing } from '@/shared/Nothing'
import { Page } from '@/shared/Page'
import { path, useBrand } from '@/shared/brand'
import { count, moment } from '@/shared/format'
import { tell } from '@/shared/problem'
import { useWords, type Word } from '@/words/words'

const STATES: Record<MemberMallOrder['state'], Word> = {
  ordered: 'stateOrdered',
  paid: 'statePaid',
  fulfilled: 'stateFulfilled',
  cancelled: 'stateCancelled',
  returned: 'stateReturned',
}

export function MallOrdersPage() {
  const words = useWords()
  const orders = useQuery(listMemberMallOrdersOptions({ path }))
  return (
    <Page title={words('mallOrders')}>
      <Loaded query={orders}>
        {(all) =>
          all.length === 0 ? <Nothing says={words('noOrders')} /> : all.map((order) => <Order key={order.number} order={order} />)
        }
      </Loaded>
    </Page>
  )
}

function Order({ order }: { order: MemberMallOrder }) {
  const words = useWords()
  const brand = useBrand()
  const queries = useQueryClient()
  const cancel = useMutation({
    ...cancelMyMallOrderMutation(),
    onError: tell,
    onSettled: () => queries.invalidateQueries(),
  })
  const open = order.state === 'ordered' || order.state === 'paid'
  const ask = async () => {
    const sure = await Dialog.confirm({ content: words('cancelSure'), confirmText: words('cancelOrder'), cancelText: words('keepOrder') })
    if (sure) cancel.mutate({ path: { ...path, number: order.number } })
  }
  return (
    <section className="panel">
      <div className="row">
        <strong>
          {order.name}
          {order.pieces > 1 && ` × ${count(order.pieces)}`}
        </strong>
        <span className={open ? 'in' : 'faint'}>{words(STATES[order.state])}</span>
      </div>
      <div className="faint">
        {brand.data && moment(order.placedAt, brand.data.zone)} · {count(order.points)} {words('points')}
      </div>
      {order.codes.map((code) => (
        <div key={code} className="link">
          {words('codeIs', { code })}
        </div>
      ))}
      {order.store && <div className="faint">{words('pickUpAt', { store: order.store })}</div>}
      {order.address && <div className="faint">{[order.address.name, order.address.phone, order.address.address].join(' ')}</div>}
      {order.parcel && <div className="faint">{[order.carrier, order.parcel].filter(Boolean).join(' ')}</div>}
      {order.state === 'fulfilled' && order.returned > 0 && <div className="faint">{words('piecesBack', { count: count(order.returned) })}</div>}
      {order.why && <div className="faint">{order.why}</div>}
      {open && order.kind === 'goods' && (
        <Button size="mini" style={{ marginTop: 10 }} loading={cancel.isPending} onClick={() => void ask()}>
          {words('cancelOrder')}
        </Button>
      )}
    </section>
  )
}

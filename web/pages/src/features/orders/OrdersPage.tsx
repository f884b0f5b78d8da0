import { useInfiniteQuery } from '@tanstack/react-query'
import { InfiniteScroll } from 'antd-mobile'
import { listMemberOrders, type MemberBrand, type PastOrder } from '@/client'
import { Loaded } from '@/shared/Loaded'
import { Nothing } from '@/shared/Nothing'
import { Page } from '@/shared/Page'
import { path, useBrand } from '@/shared/brand'
import { count, moment, money } from '@/shared/format'
import { useWords } from '@/words/words'

export function OrdersPage() {
  const words = useWords()
  const brand = useBrand()
  const pages = useInfiniteQuery({
    queryKey: ['orders'],
    queryFn: async ({ pageParam }) =>
      (await listMemberOrders({ path, query: { cursor: pageParam ?? undefined, limit: 20 } })).data,
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
  })
  return (
    <Page title={words('orders')}>
      <Loaded query={pages}>
        {({ pages: loaded }) =>
          loaded[0].items.length === 0 ? (
            <Nothing says={words('noOrders')} />
          ) : (
            <>
              {brand.data &&
                loaded
                  .flatMap((page) => page.items)
                  .map((order) => (
                    <Order key={`${order.refund ? 'r' : 'o'}${order.number}${order.at}`} order={order} brand={brand.data} />
                  ))}
              <InfiniteScroll
                hasMore={pages.hasNextPage}
                loadMore={async () => {
                  await pages.fetchNextPage()
                }}
              />
            </>
          )
        }
      </Loaded>
    </Page>
  )
}

function Order({ order, brand }: { order: PastOrder; brand: MemberBrand }) {
  const words = useWords()
  const pieces = order.lines.reduce((sum, line) => sum + line.quantity, 0)
  return (
    <section className="panel">
      <div className="row">
        <span className="faint">{words('order', { number: order.number })}</span>
        <span className="faint">{moment(order.at, brand.zone)}</span>
      </div>
      {order.lines.map((line, at) => (
        <div key={at} className="row" style={{ marginTop: 8 }}>
          <span>
            {line.name ?? line.product ?? '—'} × {count(line.quantity)}
          </span>
          <span className="number">{money(brand, line.amount)}</span>
        </div>
      ))}
      <div className="row" style={{ marginTop: 10 }}>
        <span className="faint">{order.refund ? words('refund') : words('pieces', { count: count(pieces) })}</span>
        <strong className={order.refund ? 'number in' : 'number'}>
          {order.refund ? '+' : ''}
          {money(brand, order.amount)}
        </strong>
      </div>
    </section>
  )
}

import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { InfiniteScroll } from 'antd-mobile'
import { listMemberPointsEntries, type PointsSeen } from '@/client'
import { getMemberPointsOptions } from '@/client/@tanstack/react-query.gen'
import { Loaded } from '@/shared/Loaded'
import { Nothing } from '@/shared/Nothing'
import { Page } from '@/shared/Page'
import { SharedEntry } from '@/shared/SharedEntry'
import { path, useBrand } from '@/shared/brand'
import { change, count, date, moment } from '@/shared/format'
import { useWords } from '@/words/words'

export function PointsPage() {
  const words = useWords()
  const points = useQuery(getMemberPointsOptions({ path }))
  return (
    <Page title={words('points')}>
      <Loaded query={points}>{(data) => <Balance points={data} />}</Loaded>
      <SharedEntry />
      <Statement />
    </Page>
  )
}

function Balance({ points }: { points: PointsSeen }) {
  const words = useWords()
  return (
    <>
      <section className="panel">
        <div className="total">
          <span className="faint">{words('available')}</span>
          <strong>{count(points.available)}</strong>
          {points.spendable > points.available && <span>{words('sharedSpendable', { points: count(points.spendable) })}</span>}
        </div>
        {points.pending > 0 && <div className="faint">{words('pendingPoints', { points: count(points.pending) })}</div>}
        {points.frozen > 0 && <div className="faint">{words('frozenPoints', { points: count(points.frozen) })}</div>}
        {points.debt > 0 && <div className="faint">{words('debtPoints', { points: count(points.debt) })}</div>}
      </section>
      {points.expiring.length > 0 && (
        <section className="panel">
          <h2>{words('expiring')}</h2>
          {points.expiring.map((lot) => (
            <div key={lot.on} className="row entry">
              <span>{words('expiringOn', { date: date(lot.on) })}</span>
              <span className="number">{count(lot.points)}</span>
            </div>
          ))}
        </section>
      )}
    </>
  )
}

function Statement() {
  const words = useWords()
  const brand = useBrand()
  const pages = useInfiniteQuery({
    queryKey: ['entries'],
    queryFn: async ({ pageParam }) =>
      (await listMemberPointsEntries({ path, query: { cursor: pageParam ?? undefined, limit: 20 } })).data,
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
  })
  return (
    <section className="panel">
      <h2>{words('statement')}</h2>
      <Loaded query={pages}>
        {({ pages: loaded }) =>
          loaded[0].items.length === 0 ? (
            <Nothing says={words('noEntries')} />
          ) : (
            <>
              {loaded
                .flatMap((page) => page.items)
                .map((entry) => {
                  const moved = entry.available || entry.pending || entry.frozen
                  return (
                    <div key={entry.entry} className="row entry">
                      <div>
                        <div>{entry.why}</div>
                        <div className="faint">{brand.data && moment(entry.at, brand.data.zone)}</div>
                      </div>
                      <span className={moved > 0 ? 'number in' : 'number'}>{change(moved)}</span>
                    </div>
                  )
                })}
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
    </section>
  )
}

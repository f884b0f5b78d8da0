import { useQuery } from '@tanstack/react-query'
import type { MemberBrand } from '@/client'
import { listMemberGiftsOptions } from '@/client/@tanstack/react-query.gen'
import { path } from '@/shared/brand'
import { moment } from '@/shared/format'
import { useWords } from '@/words/words'

/** What the member gave and somebody took. Not there for who gave nothing. */
export function Given({ brand }: { brand: MemberBrand }) {
  const words = useWords()
  const { data } = useQuery(listMemberGiftsOptions({ path }))
  if (!data || data.length === 0) return null
  return (
    <section className="panel">
      <h2>{words('given')}</h2>
      {data.map(({ id, name, takenAt }) => (
        <div key={id} className="entry row">
          <span>{name}</span>
          <span className="faint">{words('givenOn', { date: moment(takenAt, brand.zone) })}</span>
        </div>
      ))}
    </section>
  )
}

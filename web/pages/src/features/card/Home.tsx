import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useNavigate } from 'react-router'
import { getMemberCardOptions } from '@/client/@tanstack/react-query.gen'
import { CardPass } from './CardPass'
import { Places } from './Places'
import { Loaded } from '@/shared/Loaded'
import { path, useBrand } from '@/shared/brand'
import { cardNumber, count } from '@/shared/format'
import { useWords } from '@/words/words'

/** The card, what is on it, and ways to everything else. */
export function Home() {
  const words = useWords()
  const navigate = useNavigate()
  const brand = useBrand()
  const card = useQuery(getMemberCardOptions({ path }))
  useEffect(() => {
    document.title = brand.data ? `${brand.data.name} · ${words('title')}` : words('title')
  }, [brand.data, words])
  return (
    <main className="page">
      <Loaded query={card}>
        {(data) => (
          <>
            <section className="card">
              <div className="brand">{brand.data?.name}</div>
              <div className="who">
                <h1>{data.name ?? words('friend')}</h1>
                {data.tier && (
                  <button type="button" className="tier" onClick={() => navigate('/tier')}>
                    {data.tier}
                  </button>
                )}
              </div>
              <div className="digits">{cardNumber(data.card)}</div>
            </section>
            <section className="sums">
              <button type="button" onClick={() => navigate('/points')}>
                <strong>{count(data.points)}</strong>
                <span className="faint">{words('points')}</span>
              </button>
              <button type="button" onClick={() => navigate('/coupons')}>
                <strong>{count(data.coupons)}</strong>
                <span className="faint">{words('coupons')}</span>
              </button>
            </section>
          </>
        )}
      </Loaded>
      <CardPass />
      <Places />
    </main>
  )
}

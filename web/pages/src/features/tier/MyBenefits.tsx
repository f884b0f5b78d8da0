import { useQuery } from '@tanstack/react-query'
import type { BenefitAhead } from '@/client'
import { getMemberBenefitsOptions } from '@/client/@tanstack/react-query.gen'
import { daysWords } from './daysWords'
import { Loaded } from '@/shared/Loaded'
import { path, useBrand } from '@/shared/brand'
import { day } from '@/shared/format'
import { useWords } from '@/words/words'

/** What comes for the member this month and the next, and what they were given; nothing where there is neither. */
export function MyBenefits() {
  const words = useWords()
  const brand = useBrand()
  const benefits = useQuery(getMemberBenefitsOptions({ path }))
  return (
    <Loaded query={benefits}>
      {({ ahead, given }) => (
        <>
          {ahead.length > 0 && (
            <section className="panel">
              <h2>{words('benefitsAhead')}</h2>
              {ahead.map((one) => (
                <Ahead key={`${one.name}${one.days[0]}`} one={one} />
              ))}
            </section>
          )}
          {given.length > 0 && (
            <section className="panel">
              <h2>{words('benefitsGiven')}</h2>
              {given.map((one) => (
                <div key={`${one.name}${one.at}`} className="row entry">
                  <span>{one.name}</span>
                  <span className="faint">{brand.data && day(one.at, brand.data.zone)}</span>
                </div>
              ))}
            </section>
          )}
        </>
      )}
    </Loaded>
  )
}

function Ahead({ one }: { one: BenefitAhead }) {
  return (
    <div className="row entry">
      <div>
        <div>{one.name}</div>
        <div className="faint">{one.text}</div>
      </div>
      <span className="faint">{daysWords(one.days)}</span>
    </div>
  )
}

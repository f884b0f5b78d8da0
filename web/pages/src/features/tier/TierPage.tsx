import { useQuery } from '@tanstack/react-query'
import { ProgressBar } from 'antd-mobile'
import type { MemberBrand, TierProgress, TierStepBenefit } from '@/client'
import { getMemberTierOptions } from '@/client/@tanstack/react-query.gen'
import { MyBenefits } from './MyBenefits'
import { missingWords, reachWords, share } from './tierWords'
import { Loaded } from '@/shared/Loaded'
import { Nothing } from '@/shared/Nothing'
import { Page } from '@/shared/Page'
import { path, useBrand } from '@/shared/brand'
import { date } from '@/shared/format'
import { useWords, type Word } from '@/words/words'

const EVERY: Record<TierStepBenefit['every'], Word> = {
  once: 'everyOnce',
  again: 'everyAgain',
  month: 'everyMonth',
  year: 'everyYear',
  birthday: 'everyBirthday',
  memberDay: 'everyMemberDay',
}

export function TierPage() {
  const words = useWords()
  const brand = useBrand()
  const tier = useQuery(getMemberTierOptions({ path }))
  return (
    <Page title={words('tier')}>
      <Loaded query={tier}>
        {(data) =>
          data.tiers.length === 0 ? (
            <Nothing says={words('noTiers')} />
          ) : (
            brand.data && (
              <>
                <Standing tier={data} brand={brand.data} />
                <MyBenefits />
                <Steps tier={data} brand={brand.data} />
              </>
            )
          )
        }
      </Loaded>
    </Page>
  )
}

function Standing({ tier, brand }: { tier: TierProgress; brand: MemberBrand }) {
  const words = useWords()
  const has = tier.tiers.find((step) => step.id === tier.tier) ?? tier.tiers[0]
  return (
    <section className="card">
      <div className="brand">{words('tierNow')}</div>
      <div className="who">
        <h1>{has.name}</h1>
        {tier.lent && <span className="tier">{words('lent')}</span>}
      </div>
      <div style={{ margin: '20px 0 8px' }}>{missingWords(tier, brand)}</div>
      <ProgressBar percent={share(tier) * 100} style={{ '--fill-color': '#f6d58a', '--track-color': '#ffffff40' }} />
      {tier.reviewOn && (
        <div className="brand" style={{ marginTop: 8 }}>
          {words('keptUntil', { date: date(tier.reviewOn) })}
        </div>
      )}
    </section>
  )
}

function Steps({ tier, brand }: { tier: TierProgress; brand: MemberBrand }) {
  const words = useWords()
  return (
    <section className="panel">
      <h2>{words('benefits')}</h2>
      <ul className="steps">
        {tier.tiers.map((step) => (
          <li key={step.id}>
            <div className="row">
              <span className={step.id === tier.tier ? 'here' : undefined}>{step.name}</span>
              <span className="faint">{reachWords(tier, step.threshold, brand)}</span>
            </div>
            <ul className="gains">
              {step.benefits.length === 0 && <li>{words('noBenefits')}</li>}
              {step.benefits.map((benefit) => (
                <li key={benefit.name}>
                  {words(EVERY[benefit.every])} · {benefit.name}
                  {benefit.gives && <span className="faint"> {benefit.gives}</span>}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </section>
  )
}

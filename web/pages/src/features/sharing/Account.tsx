import type { SharedAccount } from '@/client'
import { InviteSomebody } from './InviteSomebody'
import { Leave } from './Leave'
import { People } from './People'
import type { Standing } from './standing'
import { count } from '@/shared/format'
import { useWords } from '@/words/words'

export function Account({ account, standing }: { account: SharedAccount; standing: Standing }) {
  const words = useWords()
  const { rule, you, holder, full, spends } = standing
  const sums = {
    together: { word: 'sharedTogether', points: account.points },
    holder: { word: 'sharedByHolder', points: account.points },
    paused: { word: 'available', points: you.points },
  } as const
  const sum = sums[spends]
  return (
    <>
      <section className="panel">
        <div className="total">
          <span className="faint">{words(sum.word)}</span>
          <strong>{count(sum.points)}</strong>
          {spends === 'holder' && <span className="faint">{words('sharedOwnOnly', { points: count(you.points) })}</span>}
          {spends === 'paused' && <span className="faint">{words('sharedPaused')}</span>}
        </div>
      </section>
      <People account={account} standing={standing} />
      {holder && rule.active && (full ? <p className="faint middle">{words('sharedFull', { most: rule.most })}</p> : <InviteSomebody rule={rule} />)}
      <Leave holder={holder} />
    </>
  )
}

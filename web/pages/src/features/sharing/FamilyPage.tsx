import { useQuery } from '@tanstack/react-query'
import { getMemberSharingOptions } from '@/client/@tanstack/react-query.gen'
import { Account } from './Account'
import { OpenAccount } from './OpenAccount'
import { ruleOf, standing } from './standing'
import { Loaded } from '@/shared/Loaded'
import { Nothing } from '@/shared/Nothing'
import { Page } from '@/shared/Page'
import { path } from '@/shared/brand'
import { useWords } from '@/words/words'

/** With whom the member spends points, or how they would. */
export function FamilyPage() {
  const words = useWords()
  const sharing = useQuery(getMemberSharingOptions({ path }))
  return (
    <Page title={words(sharing.data?.account?.kind === 'company' ? 'companyAccount' : 'familyAccount')}>
      <Loaded query={sharing}>
        {(data) => {
          const family = ruleOf(data.rules, 'family')
          const mine = data.account && standing(data, data.account)
          if (data.account && mine) return <Account account={data.account} standing={mine} />
          return family?.active ? <OpenAccount rule={family} /> : <Nothing says={words('sharedOff')} />
        }}
      </Loaded>
    </Page>
  )
}

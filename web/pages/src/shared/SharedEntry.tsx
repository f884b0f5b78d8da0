import { useQuery } from '@tanstack/react-query'
import { List } from 'antd-mobile'
import { useNavigate } from 'react-router'
import { getMemberSharingOptions } from '@/client/@tanstack/react-query.gen'
import { path } from './brand'
import { count } from './format'
import { useWords } from '@/words/words'

/** The way to whom the member spends points with. Not there for a brand without; who is in an account finds it anyway, to leave it. */
export function SharedEntry() {
  const words = useWords()
  const navigate = useNavigate()
  const { data } = useQuery(getMemberSharingOptions({ path }))
  if (!data) return null
  const { account, rules } = data
  if (!account && !rules.some(({ kind, active }) => kind === 'family' && active)) return null
  return (
    <List mode="card" style={{ margin: '0 0 12px' }}>
      <List.Item onClick={() => navigate('/family')} extra={account && words('sharedSum', { points: count(account.points) })}>
        {words(account?.kind === 'company' ? 'companyAccount' : 'familyAccount')}
      </List.Item>
    </List>
  )
}

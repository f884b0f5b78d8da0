import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Tag, Toast } from 'antd-mobile'
import type { SharedAccount, SharedPerson } from '@/client'
import { removeFromSharingMutation } from '@/client/@tanstack/react-query.gen'
import type { Standing } from './standing'
import { sure } from '@/shared/sure'
import { path } from '@/shared/brand'
import { count } from '@/shared/format'
import { tell } from '@/shared/problem'
import { useWords } from '@/words/words'

/** Who is in the account with how many points, the holder first. */
export function People({ account, standing: { rule, you, holder } }: { account: SharedAccount; standing: Standing }) {
  const words = useWords()
  return (
    <section className="panel">
      <h2>{words('sharedPeople', { count: account.people.length, most: rule.most })}</h2>
      {account.people.map((person) => (
        <div key={person.customer} className="row entry sharer">
          <span>
            {person.name ?? words('friend')} {person.holder && <Tag color="primary">{words('sharedHolder')}</Tag>}{' '}
            {person === you && <Tag>{words('sharedYou')}</Tag>}
          </span>
          <span className="number">{count(person.points)}</span>
          {holder && person !== you && <Remove person={person} />}
        </div>
      ))}
    </section>
  )
}

function Remove({ person }: { person: SharedPerson }) {
  const words = useWords()
  const queries = useQueryClient()
  const remove = useMutation({
    ...removeFromSharingMutation(),
    onError: tell,
    onSuccess: () => Toast.show({ icon: 'success', content: words('sharedRemoved') }),
    onSettled: () => queries.invalidateQueries(),
  })
  const ask = async () => {
    const question = words('sharedRemoveSure', { name: person.name ?? words('friend') })
    if (await sure(question, words('sharedRemove'))) remove.mutate({ path: { ...path, customer: person.customer } })
  }
  return (
    <Button size="mini" loading={remove.isPending} onClick={() => void ask()}>
      {words('sharedRemove')}
    </Button>
  )
}

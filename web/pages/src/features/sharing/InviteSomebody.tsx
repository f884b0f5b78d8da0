import { useMutation } from '@tanstack/react-query'
import { Button } from 'antd-mobile'
import type { SharingRule } from '@/client'
import { inviteToSharingMutation } from '@/client/@tanstack/react-query.gen'
import { sure } from '@/shared/sure'
import { path, useBrand } from '@/shared/brand'
import { copy } from '@/shared/copy'
import { moment } from '@/shared/format'
import { tell } from '@/shared/problem'
import { useWords } from '@/words/words'

/** A link for one person. It is shown this once: the server keeps no more of it than it takes to know it again. */
export function InviteSomebody({ rule }: { rule: SharingRule }) {
  const words = useWords()
  const brand = useBrand()
  const invite = useMutation({ ...inviteToSharingMutation(), onError: tell })
  const ask = async () => {
    const question = words(rule.everybodySpends ? 'sharedInviteSureEverybody' : 'sharedInviteSureHolder')
    if (await sure(question, words('sharedInvite'))) invite.mutate({ path })
  }
  if (!invite.data) {
    return (
      <Button block color="primary" size="large" className="apart" loading={invite.isPending} onClick={() => void ask()}>
        {words('sharedInvite')}
      </Button>
    )
  }
  const { url, until } = invite.data
  return (
    <section className="panel">
      <h2>{words('sharedInvite')}</h2>
      <div>{words('sharedInviteHint')}</div>
      <p className="link">{url}</p>
      {brand.data && <p className="faint">{words('sharedInviteUntil', { date: moment(until, brand.data.zone) })}</p>}
      <Button block color="primary" onClick={() => void copy(url)}>
        {words('copyLink')}
      </Button>
      <Button block fill="none" color="primary" size="small" onClick={() => void ask()}>
        {words('sharedInviteAnother')}
      </Button>
    </section>
  )
}

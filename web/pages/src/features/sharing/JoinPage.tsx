import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, ErrorBlock, Toast } from 'antd-mobile'
import { useEffect } from 'react'
import { Navigate, useNavigate, useSearchParams } from 'react-router'
import type { SharedInvitationSeen } from '@/client'
import { joinSharingMutation, seeSharingInvitationOptions } from '@/client/@tanstack/react-query.gen'
import { Meaning } from './Meaning'
import { sure } from '@/shared/sure'
import { Loaded } from '@/shared/Loaded'
import { Page } from '@/shared/Page'
import { path, useBrand } from '@/shared/brand'
import { moment } from '@/shared/format'
import { problemCode, problemWords, tell } from '@/shared/problem'
import { forgetShare, shareIn } from '@/shared/share'
import { useWords } from '@/words/words'

/** Where an invitation's link leads: by whom it is, what it means, and whether to join. */
export function JoinPage() {
  const words = useWords()
  const [search] = useSearchParams()
  const code = shareIn(search.toString())
  useEffect(forgetShare, [])
  if (code === null) return <Navigate to="/family" replace />
  return (
    <Page title={words('familyAccount')}>
      <Invitation code={code} />
    </Page>
  )
}

function Invitation({ code }: { code: string }) {
  const words = useWords()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const join = useMutation({
    ...joinSharingMutation(),
    onError: (error) => {
      if (problemCode(error) === null) tell(error)
    },
    onSuccess: () => {
      Toast.show({ icon: 'success', content: words('sharedJoined') })
      void queries.invalidateQueries()
      navigate('/family', { replace: true })
    },
  })
  // Once joined by, the invitation is over: it is not asked about again while the page changes.
  const invitation = useQuery({ ...seeSharingInvitationOptions({ path: { ...path, code } }), enabled: !join.isPending && !join.isSuccess })
  const error = invitation.error ?? join.error
  if (problemCode(error) !== null) return <Refused error={error} />
  const ask = async ({ everybodySpends }: SharedInvitationSeen) => {
    const question = words(everybodySpends ? 'sharedJoinSureEverybody' : 'sharedJoinSureHolder')
    if (await sure(question, words('sharedJoin'))) join.mutate({ path: { ...path, code } })
  }
  return (
    <Loaded query={invitation}>
      {(seen) => (
        <>
          <By invitation={seen} />
          <Meaning everybodySpends={seen.everybodySpends} />
          <Button block color="primary" size="large" className="apart" loading={join.isPending} onClick={() => void ask(seen)}>
            {words('sharedJoin')}
          </Button>
          <Button block size="large" onClick={() => navigate('/', { replace: true })}>
            {words('sharedNotJoin')}
          </Button>
        </>
      )}
    </Loaded>
  )
}

function By({ invitation: { kind, by, people, until } }: { invitation: SharedInvitationSeen }) {
  const words = useWords()
  const brand = useBrand()
  return (
    <section className="panel middle">
      <div className="faint">{words(kind === 'family' ? 'familyAccount' : 'companyAccount')}</div>
      <h2>{words('sharedInvitedBy', { name: by ?? words('friend') })}</h2>
      {brand.data && <div className="faint">{words('sharedInvitedPeople', { count: people, date: moment(until, brand.data.zone) })}</div>}
    </section>
  )
}

function Refused({ error }: { error: unknown }) {
  const words = useWords()
  const navigate = useNavigate()
  const already = problemCode(error) === 'sharing-already'
  return (
    <ErrorBlock status="default" title={problemWords(error)} description="" className="block">
      <Button color="primary" size="small" onClick={() => navigate(already ? '/family' : '/', { replace: true })}>
        {words(already ? 'sharedShow' : 'toHome')}
      </Button>
    </ErrorBlock>
  )
}

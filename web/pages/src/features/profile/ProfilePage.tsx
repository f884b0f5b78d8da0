import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Dialog, List, Switch } from 'antd-mobile'
import { useEffect, useState } from 'react'
import { useNavigate } from 'react-router'
import { getMemberProfileOptions, signOutMemberMutation } from '@/client/@tanstack/react-query.gen'
import { JoinPhone } from './JoinPhone'
import { ProfileFields } from './ProfileFields'
import { Loaded } from '@/shared/Loaded'
import { SharedEntry } from '@/shared/SharedEntry'
import { bigType } from '@/shared/bigType'
import { path } from '@/shared/brand'
import { tell } from '@/shared/problem'
import { speak, useLanguage, useWords } from '@/words/words'

/** What the member said of themselves, and how they want to read. */
export function ProfilePage() {
  const words = useWords()
  const profile = useQuery(getMemberProfileOptions({ path }))
  useEffect(() => {
    document.title = words('me')
  }, [words])
  return (
    <main className="page">
      <Loaded query={profile}>
        {(data) => (
          <>
            <ProfileFields profile={data} />
            {data.phone === null && <JoinPhone />}
          </>
        )}
      </Loaded>
      <SharedEntry />
      <Reading />
      <Leave />
    </main>
  )
}

function Reading() {
  const words = useWords()
  const language = useLanguage()
  const [big, setBig] = useState(bigType.isOn)
  const enlarge = (on: boolean) => {
    bigType.set(on)
    setBig(on)
  }
  return (
    <List mode="card" style={{ margin: '0 0 12px' }}>
      <List.Item onClick={() => speak(language === 'zh' ? 'en' : 'zh')} extra={language === 'zh' ? '中文' : 'English'}>
        {words('language')}
      </List.Item>
      <List.Item extra={<Switch checked={big} onChange={enlarge} aria-label={words('bigType')} />}>{words('bigType')}</List.Item>
    </List>
  )
}

function Leave() {
  const words = useWords()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const leave = useMutation({
    ...signOutMemberMutation(),
    onError: tell,
    onSuccess: () => {
      // Nothing of hers stays in the page for whoever takes the phone next; and WeChat is not asked again by itself.
      queries.clear()
      sessionStorage.setItem('wechat-asked', 'yes')
      navigate('/sign-in', { replace: true })
    },
  })
  const ask = async () => {
    const sure = await Dialog.confirm({ content: words('signOutSure'), confirmText: words('signOut'), cancelText: words('cancel') })
    if (sure) leave.mutate({ path })
  }
  return (
    <List mode="card" style={{ margin: 0 }}>
      <List.Item onClick={() => void ask()} arrowIcon={false} style={{ textAlign: 'center', color: '#fa5151' }}>
        {words('signOut')}
      </List.Item>
    </List>
  )
}

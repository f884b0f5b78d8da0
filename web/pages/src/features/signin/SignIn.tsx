import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Checkbox, Toast } from 'antd-mobile'
import { useEffect, useState } from 'react'
import { Link, useNavigate, useSearchParams } from 'react-router'
import { getTermsToAgreeOptions, signInMemberMutation } from '@/client/@tanstack/react-query.gen'
import { whyWords } from './why'
import { PhoneAndCode } from '@/shared/PhoneAndCode'
import { basename, inWechat, path, useBrand } from '@/shared/brand'
import { keptGift } from '@/shared/gift'
import { forgetInvite, keepInvite, keptInvite } from '@/shared/invite'
import { problemCode, tell } from '@/shared/problem'
import { keptShare } from '@/shared/share'
import { speak, useLanguage, useWords } from '@/words/words'

/** The first page of whoever is not signed in. Nothing is asked before the terms are agreed to. */
export function SignIn() {
  const words = useWords()
  const language = useLanguage()
  const brand = useBrand()
  const terms = useQuery(getTermsToAgreeOptions({ path }))
  const navigate = useNavigate()
  const queries = useQueryClient()
  const [search] = useSearchParams()
  const [agreed, setAgreed] = useState(false)
  const [marketing, setMarketing] = useState(false)
  const [phone, setPhone] = useState('')
  const [code, setCode] = useState('')
  const why = whyWords(search.get('why'), words) ?? (keptShare() && words('sharedSignIn')) ?? (keptGift() && words('giftSignIn'))
  const wechat = inWechat && brand.data?.wechat === true
  useEffect(() => {
    document.title = words('signIn')
    keepInvite(window.location.search)
  }, [words])
  const signIn = useMutation({
    ...signInMemberMutation(),
    onError: (error) => {
      tell(error)
      if (problemCode(error) !== 'member-terms-changed') return
      setAgreed(false)
      void terms.refetch()
    },
    onSuccess: () => {
      forgetInvite()
      queries.clear()
      navigate('/', { replace: true })
    },
  })
  const willing = () => {
    if (!agreed) Toast.show({ content: words('agreeFirst') })
    return agreed
  }
  const toWechat = () => {
    if (!willing()) return
    const asked = new URLSearchParams({ agreed: 'true', marketing: String(marketing) })
    if (terms.data) asked.set('terms', terms.data.version)
    const invite = keptInvite()
    if (invite) asked.set('invite', invite)
    window.location.assign(`${basename}/api/wechat?${asked.toString()}`)
  }
  const byPhone = () => {
    if (willing()) signIn.mutate({ path, body: { phone, code, agreed, terms: terms.data?.version ?? null, marketing, invite: keptInvite() } })
  }
  return (
    <main className="sign">
      <div className="tongue">
        <Button size="small" fill="none" onClick={() => speak(language === 'zh' ? 'en' : 'zh')}>
          {language === 'zh' ? 'English' : '中文'}
        </Button>
      </div>
      <h1>{brand.data?.name ?? words('title')}</h1>
      <p className="lead">{words('signInHint')}</p>
      {why && <p className="why">{why}</p>}
      {brand.data && !wechat && !brand.data.phone && <p className="why">{words('noWay')}</p>}
      {brand.data?.phone && <PhoneAndCode phone={phone} code={code} onPhone={setPhone} onCode={setCode} />}
      <div className="checks">
        <Checkbox checked={agreed} onChange={setAgreed} style={{ '--font-size': '14px', '--icon-size': '18px' }}>
          {words('agree')} <Link to="/terms">{words('terms')}</Link>
        </Checkbox>
        <Checkbox checked={marketing} onChange={setMarketing} style={{ '--font-size': '14px', '--icon-size': '18px' }}>
          {words('marketing')}
        </Checkbox>
      </div>
      {brand.data?.phone && (
        <Button block color={wechat ? 'default' : 'primary'} size="large" loading={signIn.isPending} disabled={phone === '' || code.length < 6} onClick={byPhone}>
          {words('signIn')}
        </Button>
      )}
      {wechat && (
        <Button block color="primary" size="large" style={{ marginTop: 12 }} onClick={toWechat}>
          {words('byWechat')}
        </Button>
      )}
    </main>
  )
}

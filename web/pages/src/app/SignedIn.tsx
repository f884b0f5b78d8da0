import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { Navigate, Outlet, useLocation } from 'react-router'
import { getMemberCardOptions } from '@/client/@tanstack/react-query.gen'
import { Loaded } from '@/shared/Loaded'
import { basename, inWechat, path, useBrand } from '@/shared/brand'
import { isGift, keepGift, keptGift } from '@/shared/gift'
import { keepInvite } from '@/shared/invite'
import { isSignedOut } from '@/shared/problem'
import { keepShare, keptShare, shareIn } from '@/shared/share'

const ASKED = 'wechat-asked'
const JOIN = '/family/join'

/** Nothing below is shown to anybody but a member. Inside WeChat, whoever was here before is known without being asked. */
export function SignedIn() {
  const card = useQuery(getMemberCardOptions({ path }))
  const brand = useBrand()
  const { pathname, search } = useLocation()
  const out = isSignedOut(card.error)
  const askWechat = out && inWechat && brand.data?.wechat === true && sessionStorage.getItem(ASKED) === null

  useEffect(() => {
    keepInvite(search)
  }, [search])
  useEffect(() => {
    if (!out) return
    keepShare(search)
    keepGift(pathname)
  }, [out, search, pathname])
  useEffect(() => {
    if (!askWechat) return
    sessionStorage.setItem(ASKED, 'yes')
    window.location.replace(`${basename}/api/wechat?page=${encodeURIComponent(pathname.slice(1))}`)
  }, [askWechat, pathname])
  useEffect(() => {
    if (card.data) sessionStorage.removeItem(ASKED)
  }, [card.data])

  if (askWechat || (out && brand.isPending && inWechat)) return null
  if (out) return <Navigate to="/sign-in" replace />
  const share = shareIn(search) ?? keptShare()
  if (card.data && share && pathname !== JOIN) return <Navigate to={`${JOIN}?share=${share}`} replace />
  const gift = keptGift()
  if (card.data && gift && !isGift(pathname)) return <Navigate to={gift} replace />
  return <Loaded query={card}>{() => <Outlet />}</Loaded>
}

import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { ConfigProvider } from 'antd-mobile'
import enUS from 'antd-mobile/es/locales/en-US'
import zhCN from 'antd-mobile/es/locales/zh-CN'
import { lazy, Suspense, useState } from 'react'
import { BrowserRouter, Route, Routes } from 'react-router'
import { Frame } from './Frame'
import { NotFound } from './NotFound'
import { SignedIn } from './SignedIn'
import { Home } from '@/features/card/Home'
import { SignIn } from '@/features/signin/SignIn'
import { basename } from '@/shared/brand'
import { isSignedOut } from '@/shared/problem'
import { useLanguage } from '@/words/words'

const Points = lazy(() => import('@/features/points/PointsPage').then((m) => ({ default: m.PointsPage })))
const Coupons = lazy(() => import('@/features/coupons/CouponsPage').then((m) => ({ default: m.CouponsPage })))
const Tier = lazy(() => import('@/features/tier/TierPage').then((m) => ({ default: m.TierPage })))
const Orders = lazy(() => import('@/features/orders/OrdersPage').then((m) => ({ default: m.OrdersPage })))
const Invite = lazy(() => import('@/features/invite/InvitePage').then((m) => ({ default: m.InvitePage })))
const Family = lazy(() => import('@/features/sharing/FamilyPage').then((m) => ({ default: m.FamilyPage })))
const Join = lazy(() => import('@/features/sharing/JoinPage').then((m) => ({ default: m.JoinPage })))
const Gift = lazy(() => import('@/features/gift/GiftPage').then((m) => ({ default: m.GiftPage })))
const Profile = lazy(() => import('@/features/profile/ProfilePage').then((m) => ({ default: m.ProfilePage })))
const Mall = lazy(() => import('@/features/mall/MallPage').then((m) => ({ default: m.MallPage })))
const MallOrders = lazy(() => import('@/features/mall/MallOrdersPage').then((m) => ({ default: m.MallOrdersPage })))
const CheckIn = lazy(() => import('@/features/checkin/CheckInPage').then((m) => ({ default: m.CheckInPage })))
const Tasks = lazy(() => import('@/features/tasks/TasksPage').then((m) => ({ default: m.TasksPage })))
const Draw = lazy(() => import('@/features/draw/DrawPage').then((m) => ({ default: m.DrawPage })))
const Terms = lazy(() => import('@/features/signin/TermsPage').then((m) => ({ default: m.TermsPage })))

function freshClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: { retry: (failures, error) => failures < 2 && !isSignedOut(error) && error instanceof TypeError, staleTime: 10_000 },
    },
  })
}

export function App() {
  const [client] = useState(freshClient)
  const language = useLanguage()
  return (
    <ConfigProvider locale={language === 'zh' ? zhCN : enUS}>
      <QueryClientProvider client={client}>
        <BrowserRouter basename={basename}>
          <Suspense fallback={null}>
            <Routes>
              <Route path="sign-in" element={<SignIn />} />
              <Route path="terms" element={<Terms />} />
              <Route element={<SignedIn />}>
                <Route element={<Frame />}>
                  <Route index element={<Home />} />
                  <Route path="card" element={<Home />} />
                  <Route path="mall" element={<Mall />} />
                  <Route path="coupons" element={<Coupons />} />
                  <Route path="profile" element={<Profile />} />
                </Route>
                <Route path="points" element={<Points />} />
                <Route path="mall-orders" element={<MallOrders />} />
                <Route path="check-in" element={<CheckIn />} />
                <Route path="tasks" element={<Tasks />} />
                <Route path="draw" element={<Draw />} />
                <Route path="tier" element={<Tier />} />
                <Route path="orders" element={<Orders />} />
                <Route path="invite" element={<Invite />} />
                <Route path="gift/:coupon/:code" element={<Gift />} />
                <Route path="family" element={<Family />} />
                <Route path="family/join" element={<Join />} />
              </Route>
              <Route path="*" element={<NotFound />} />
            </Routes>
          </Suspense>
        </BrowserRouter>
      </QueryClientProvider>
    </ConfigProvider>
  )
}

import { TabBar } from 'antd-mobile'
import { AppOutline, CouponOutline, ShopbagOutline, UserOutline } from 'antd-mobile-icons'
import { Outlet, useLocation, useNavigate } from 'react-router'
import { useWords } from '@/words/words'

/** The pages that stand beside each other, one tap apart. */
export function Frame() {
  const words = useWords()
  const navigate = useNavigate()
  const { pathname } = useLocation()
  const here = pathname === '/card' ? '/' : pathname
  return (
    <>
      <div className="framed">
        <Outlet />
      </div>
      <TabBar className="tabs" safeArea activeKey={here} onChange={(to) => navigate(to)}>
        <TabBar.Item key="/" icon={<AppOutline />} title={words('home')} />
        <TabBar.Item key="/mall" icon={<ShopbagOutline />} title={words('mallTab')} />
        <TabBar.Item key="/coupons" icon={<CouponOutline />} title={words('coupons')} />
        <TabBar.Item key="/profile" icon={<UserOutline />} title={words('me')} />
      </TabBar>
    </>
  )
}

import { BillOutline, CalendarOutline, CheckCircleOutline, CouponOutline, HistogramOutline, PayCircleOutline, ShopbagOutline, SmileOutline, TeamOutline } from 'antd-mobile-icons'
import type { ReactNode } from 'react'
import { useNavigate } from 'react-router'
import { useWords, type Word } from '@/words/words'

const PLACES: { to: string; word: Word; icon: ReactNode }[] = [
  { to: '/points', word: 'points', icon: <PayCircleOutline /> },
  { to: '/coupons', word: 'coupons', icon: <CouponOutline /> },
  { to: '/mall', word: 'mallTab', icon: <ShopbagOutline /> },
  { to: '/tier', word: 'tier', icon: <HistogramOutline /> },
  { to: '/check-in', word: 'checkIn', icon: <CalendarOutline /> },
  { to: '/tasks', word: 'tasks', icon: <CheckCircleOutline /> },
  { to: '/draw', word: 'draw', icon: <SmileOutline /> },
  { to: '/orders', word: 'orders', icon: <BillOutline /> },
  { to: '/invite', word: 'invite', icon: <TeamOutline /> },
]

export function Places() {
  const words = useWords()
  const navigate = useNavigate()
  return (
    <nav className="panel places">
      {PLACES.map(({ to, word, icon }) => (
        <button key={to} type="button" onClick={() => navigate(to)}>
          <span className="icon">{icon}</span>
          {words(word)}
        </button>
      ))}
    </nav>
  )
}

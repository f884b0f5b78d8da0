import { useQuery } from '@tanstack/react-query'
import { Popup, Tabs } from 'antd-mobile'
import { useEffect, useState } from 'react'
import type { MemberCoupon } from '@/client'
import { listMemberCouponsOptions } from '@/client/@tanstack/react-query.gen'
import { ClaimCode } from './ClaimCode'
import { CouponCard } from './CouponCard'
import { CouponPass } from './CouponPass'
import { Give } from '@/features/gift/Give'
import { Given } from '@/features/gift/Given'
import { shelves, type Shelf } from './shelves'
import { Loaded } from '@/shared/Loaded'
import { Nothing } from '@/shared/Nothing'
import { path, useBrand } from '@/shared/brand'
import { useWords } from '@/words/words'

export function CouponsPage() {
  const words = useWords()
  const brand = useBrand()
  const coupons = useQuery(listMemberCouponsOptions({ path }))
  const [shelf, setShelf] = useState<Shelf>('usable')
  const [shown, setShown] = useState<MemberCoupon | null>(null)
  useEffect(() => {
    document.title = words('coupons')
  }, [words])
  const close = () => {
    setShown(null)
    void coupons.refetch()
  }
  return (
    <main className="page">
      <ClaimCode />
      <Tabs activeKey={shelf} onChange={(key) => setShelf(key as Shelf)}>
        {(['usable', 'used', 'over'] as const).map((key) => (
          <Tabs.Tab key={key} title={words(key)} />
        ))}
      </Tabs>
      <div style={{ paddingTop: 12 }}>
        <Loaded query={coupons}>
          {(all) => {
            const here = shelves(all)[shelf]
            if (here.length === 0) return <Nothing says={words('noCoupons')} />
            return (
              brand.data &&
              here.map((coupon) => (
                <div key={coupon.id}>
                  <CouponCard coupon={coupon} brand={brand.data} onShow={() => setShown(coupon)} />
                  <Give coupon={coupon} brand={brand.data} />
                </div>
              ))
            )
          }}
        </Loaded>
        {shelf === 'used' && brand.data && <Given brand={brand.data} />}
      </div>
      <Popup visible={shown !== null} onMaskClick={close} onClose={close} showCloseButton destroyOnClose bodyStyle={{ borderRadius: '14px 14px 0 0' }}>
        {shown && <CouponPass coupon={shown} />}
      </Popup>
    </main>
  )
}

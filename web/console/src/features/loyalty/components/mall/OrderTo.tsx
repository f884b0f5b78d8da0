import { useTranslation } from 'react-i18next'
import type { MallDeskOrder } from '@/client'
import { useFormat } from '@/shared/hooks/useFormat'

/** Where an order goes: a store, an address, or a parcel on its way. */
export function OrderTo({ order: { store, address, money, carrier, parcel } }: { order: MallDeskOrder['order'] }) {
  const { t } = useTranslation()
  const format = useFormat()
  if (store != null) {
    return (
      <>
        {t('mall.order.pickUp', { store })} {money > 0 && <span className="ww-muted">{t('mall.order.pay', { money: format.money(money) })}</span>}
      </>
    )
  }
  if (parcel) return <span className="ww-number">{`${carrier} ${parcel}`}</span>
  return address ? <>{`${address.name} · ${address.address}`}</> : <>—</>
}

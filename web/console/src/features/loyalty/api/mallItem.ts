import type { NewMallItem } from '@/client'

/** What an item is before anything was said of it. */
export const newItem: NewMallItem = {
  name: '',
  description: '',
  picture: null,
  kind: 'goods',
  points: 100,
  money: 0,
  template: null,
  delivery: true,
  stores: [],
  stock: null,
  perMember: null,
  tiers: [],
  from: null,
  until: null,
}

/** Without what its kind has no use for, which may still stand in the form from another kind. */
export function fittingItem(item: NewMallItem): NewMallItem {
  const goods = item.kind === 'goods'
  return {
    ...item,
    picture: item.picture?.trim() || null,
    template: item.kind === 'coupon' ? item.template : null,
    delivery: goods && item.delivery,
    stores: goods ? item.stores : [],
    money: goods && !item.delivery ? (item.money ?? 0) : 0,
    stock: item.kind === 'code' ? null : (item.stock ?? null),
    perMember: item.perMember ?? null,
  }
}

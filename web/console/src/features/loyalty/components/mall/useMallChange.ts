import { countMallOrdersQueryKey, listMallItemsQueryKey } from '@/client/@tanstack/react-query.gen'
import { useBrand } from '@/shared/brand/BrandContext'
import { useChange } from '../../api/useChange'

/** A change of the mall: of its items, its orders, or how many of them wait. */
export function useMallChange<V, R>(change: (wish: V) => Promise<{ data: R }>, words: (data: R) => string, onDone?: () => void) {
  const { id: brand } = useBrand()
  const at = { path: { brand } }
  // Orders are listed by what is asked of them: all such lists are meant.
  const orders = [{ _id: 'listMallOrders' }]
  return useChange(change, [listMallItemsQueryKey(at), countMallOrdersQueryKey(at), orders], words, onDone)
}

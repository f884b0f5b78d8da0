import { Drawer } from 'antd'
import { useTranslation } from 'react-i18next'
import type { CustomerRow } from '@/client'
import { listSegmentEnteredInfiniteOptions, listSegmentLeftInfiniteOptions } from '@/client/@tanstack/react-query.gen'
import { useBrand } from '@/shared/brand/BrandContext'
import { CursorTable } from '@/shared/components/CursorTable'
import { useCustomerColumns } from '@/shared/components/customerColumns'
import { EmptyState } from '@/shared/components/EmptyState'
import { useCursorPages } from '@/shared/hooks/useCursorPages'
import { useFormat } from '@/shared/hooks/useFormat'

export interface Moved {
  number: number
  at: string
  side: 'entered' | 'left'
}

/** Who entered or left a segment by one evaluation. */
export function MovedDrawer({ segment, moved, onClose }: { segment: string; moved?: Moved; onClose: () => void }) {
  const { t } = useTranslation()
  const format = useFormat()
  const time = format.time(moved?.at)
  return (
    <Drawer
      open={moved !== undefined}
      onClose={onClose}
      size="large"
      destroyOnHidden
      title={moved && t(moved.side === 'entered' ? 'sizes.whoEntered' : 'sizes.whoLeft', { time })}
    >
      {moved && <Customers segment={segment} moved={moved} />}
    </Drawer>
  )
}

function Customers({ segment: id, moved: { number, side } }: { segment: string; moved: Moved }) {
  const { t } = useTranslation()
  const { id: brand } = useBrand()
  const columns = useCustomerColumns()
  const asked = { path: { brand, id, number }, query: { limit: 50 } }
  const pages = useCursorPages<CustomerRow>(side === 'entered' ? listSegmentEnteredInfiniteOptions(asked) : listSegmentLeftInfiniteOptions(asked))
  return <CursorTable size="small" rowKey="customerNo" pages={pages} columns={columns} empty={<EmptyState title={t('sizes.nobody')} />} />
}

import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { CustomerRow } from '@/client'
import { listWhatIfMoversInfiniteOptions } from '@/client/@tanstack/react-query.gen'
import { useBrand } from '@/shared/brand/BrandContext'
import { CursorTable } from '@/shared/components/CursorTable'
import { useCustomerColumns } from '@/shared/components/customerColumns'
import { EmptyState } from '@/shared/components/EmptyState'
import { useCursorPages } from '@/shared/hooks/useCursorPages'

interface Props {
  id: string
  from: string | null
  to: string | null
  title: string
  onClose: () => void
}

/** The members behind one number of the matrix. */
export function MoversTable({ id, from, to, title, onClose }: Props) {
  const { t } = useTranslation()
  const { id: brand } = useBrand()
  const columns = useCustomerColumns()
  const pages = useCursorPages<CustomerRow>(listWhatIfMoversInfiniteOptions({ path: { brand, id: Number(id) }, query: { from: from ?? undefined, to: to ?? undefined, limit: 50 } }))
  return (
    <section aria-label={title} style={{ marginTop: 16 }}>
      <div className="ww-row">
        <h3>{title}</h3>
        <Button size="small" onClick={onClose}>
          {t('whatIf.close')}
        </Button>
      </div>
      <CursorTable<CustomerRow> rowKey="customerNo" pages={pages} columns={columns} empty={<EmptyState title={t('whatIf.nobody')} />} />
    </section>
  )
}

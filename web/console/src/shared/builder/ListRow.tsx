import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { listCustomerListsOptions } from '@/client/@tanstack/react-query.gen'
import { useBrand } from '@/shared/brand/BrandContext'
import type { ListDraft } from './draft'
import { RowFrame } from './RowFrame'

export function ListRow({ row, onChange }: { row: ListDraft; onChange: (next: ListDraft | null) => void }) {
  const { t } = useTranslation()
  const { id: brand } = useBrand()
  const lists = useQuery({ ...listCustomerListsOptions({ path: { brand } }), staleTime: 60_000 }).data ?? []
  return (
    <RowFrame row={row} onChange={onChange}>
      <span style={{ alignSelf: 'center' }}>{t('segment.builder.onList')}</span>
      <Select
        showSearch={{ optionFilterProp: 'label' }}
        style={{ minWidth: 220, flex: 1 }}
        aria-label={t('segment.builder.list')}
        placeholder={t('segment.builder.chooseList')}
        value={row.list}
        options={lists.map(({ id, name, state }) => ({ value: id, label: name, disabled: state !== 'ready' }))}
        onChange={(list) => onChange({ ...row, list })}
      />
    </RowFrame>
  )
}

import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { getProgrammeOptions } from '@/client/@tanstack/react-query.gen'
import { useBrand } from '@/shared/brand/BrandContext'

interface Props {
  id?: string
  value?: string[]
  onChange?: (tiers: string[]) => void
}

/** Tiers of the brand's programme, by id. */
export function TierSelect(props: Props) {
  const { id: brand } = useBrand()
  const tiers = useQuery(getProgrammeOptions({ path: { brand } })).data?.draft?.tiers?.tiers ?? []
  return <Select mode="multiple" allowClear style={{ minWidth: 220 }} options={tiers.map(({ id, name }) => ({ value: id, label: name }))} {...props} />
}

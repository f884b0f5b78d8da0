import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { listCouponTemplatesOptions } from '@/client/@tanstack/react-query.gen'
import { useBrand } from '@/shared/brand/BrandContext'

interface Props {
  id?: string
  value?: string | null
  onChange?: (template: string) => void
}

/** One of the brand's coupon templates that are not stopped. */
export function TemplateSelect(props: Props) {
  const { id: brand } = useBrand()
  const templates = useQuery(listCouponTemplatesOptions({ path: { brand }, query: { limit: 200 } })).data?.items ?? []
  const options = templates.filter(({ state }) => state !== 'stopped').map(({ id, name }) => ({ value: id, label: name }))
  return <Select showSearch={{ optionFilterProp: 'label' }} style={{ minWidth: 220 }} options={options} {...props} />
}

import { Form } from 'antd'
import { useTranslation } from 'react-i18next'
import { useSession } from '@/shared/hooks/useSession'
import { StoreSelect } from './StoreSelect'

/** Where a guide works: a field for each brand, under `stores`. */
export function StoreFields() {
  const { t } = useTranslation()
  const { data } = useSession()
  return data?.brands.map(({ id, name }) => (
    <Form.Item key={id} name={['stores', id]} label={t('access.people.stores.of', { brand: name })}>
      <StoreSelect brand={id} />
    </Form.Item>
  ))
}

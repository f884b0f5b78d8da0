import { useQuery } from '@tanstack/react-query'
import { Tag } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { listCustomerSegmentsOptions } from '@/client/@tanstack/react-query.gen'
import { useBrand, useBrandPath } from '@/shared/brand/BrandContext'
import { Loaded } from '@/shared/components/Loaded'
import { Panel } from '@/shared/components/Panel'

/** The segments a customer is in at this moment. */
export function CustomerSegments({ no }: { no: number }) {
  const { t } = useTranslation()
  const { id: brand } = useBrand()
  const path = useBrandPath()
  const segments = useQuery(listCustomerSegmentsOptions({ path: { brand, no } }))
  return (
    <Panel title={t('sizes.ofCustomer.title')} note={t('sizes.ofCustomer.note')}>
      <Loaded query={segments} rows={1}>
        {(list) =>
          list.length === 0 ? (
            <span className="ww-muted">{t('sizes.ofCustomer.none')}</span>
          ) : (
            <div style={{ display: 'flex', flexWrap: 'wrap', gap: 8 }}>
              {list.map(({ id, name }) => (
                <Link key={id} to={path(`/segments/${id}`)}>
                  <Tag style={{ cursor: 'pointer', whiteSpace: 'normal' }}>{name}</Tag>
                </Link>
              ))}
            </div>
          )
        }
      </Loaded>
    </Panel>
  )
}

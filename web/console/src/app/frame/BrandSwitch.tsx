import { DownOutlined } from '@ant-design/icons'
import { Button, Dropdown } from 'antd'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { useBrand } from '@/shared/brand/BrandContext'
import { useSession } from '@/shared/hooks/useSession'

export function BrandSwitch() {
  const { t } = useTranslation()
  const brand = useBrand()
  const navigate = useNavigate()
  const brands = useSession().data?.brands ?? []
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        selectedKeys: [brand.id],
        items: brands.map(({ id, name, currency }) => ({ key: id, label: name, extra: currency })),
        onClick: ({ key }) => void navigate(`/b/${key}/home`),
      }}
    >
      <Button type="text" aria-label={`${t('top.brand')}: ${brand.name}`} style={{ fontWeight: 600, paddingInline: 8, minWidth: 0 }}>
        <span style={{ overflow: 'hidden', textOverflow: 'ellipsis' }}>{brand.name}</span>
        <DownOutlined style={{ fontSize: 10 }} />
      </Button>
    </Dropdown>
  )
}

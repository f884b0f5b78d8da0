import { DownOutlined } from '@ant-design/icons'
import { Button, Dropdown } from 'antd'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { useBrand, usePerson } from '@/shared/brand/BrandContext'
import { useSession } from '@/shared/hooks/useSession'

/** The brands by their addresses, and for administrators the way to a new one. */
export function BrandSwitch() {
  const { t } = useTranslation()
  const brand = useBrand()
  const admin = usePerson().role === 'admin'
  const navigate = useNavigate()
  const brands = useSession().data?.brands ?? []
  return (
    <Dropdown
      trigger={['click']}
      autoFocus
      menu={{
        selectedKeys: [home(brand.id)],
        items: [
          ...brands.map(({ id, name, currency }) => ({ key: home(id), label: name, extra: currency })),
          ...(admin ? [{ type: 'divider' as const }, { key: '/new-brand', label: t('access.brand.create') }] : []),
        ],
        onClick: ({ key }) => void navigate(key),
      }}
    >
      <Button type="text" aria-label={`${t('top.brand')}: ${brand.name}`} style={{ fontWeight: 600, paddingInline: 8, minWidth: 0 }}>
        <span style={{ overflow: 'hidden', textOverflow: 'ellipsis' }}>{brand.name}</span>
        <DownOutlined style={{ fontSize: 10 }} />
      </Button>
    </Dropdown>
  )
}

function home(brand: string): string {
  return `/b/${brand}/home`
}

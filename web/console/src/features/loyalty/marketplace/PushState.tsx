import { Space, Tag } from 'antd'
import { useTranslation } from 'react-i18next'
import type { MarketplaceShop } from '@/client'

/** Whether the marketplace has the newest of every bound member, and why not. */
export function PushState({ shop }: { shop: MarketplaceShop }) {
  const { t } = useTranslation()
  const well = shop.waiting === 0 && shop.stuck === 0 && !shop.trouble
  return (
    <Space wrap>
      {well && <Tag color="success">{t('marketplace.allPushed')}</Tag>}
      {shop.waiting > 0 && <Tag color="processing">{t('marketplace.waiting', { count: shop.waiting })}</Tag>}
      {shop.stuck > 0 && <Tag color="warning">{t('marketplace.stuck', { count: shop.stuck })}</Tag>}
      {shop.trouble && <Tag color="error">{t('marketplace.trouble', { why: shop.trouble })}</Tag>}
    </Space>
  )
}

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Popconfirm, Space, Table } from 'antd'
import { useTranslation } from 'react-i18next'
import { compareMarketplaceMembers, disconnectMarketplaceShop, type MarketplaceShop } from '@/client'
import { listMarketplaceShopsQueryKey } from '@/client/@tanstack/react-query.gen'
import { pathId } from '@/shared/api/pathId'
import { useBrand, usePerson } from '@/shared/brand/BrandContext'
import { EmptyState } from '@/shared/components/EmptyState'
import { useFormat } from '@/shared/hooks/useFormat'
import { useReport } from '@/shared/hooks/useReport'
import { PushState } from './PushState'

interface Props {
  shops: MarketplaceShop[]
  onOpen: (shop: MarketplaceShop) => void
}

export function MarketplaceShops({ shops, onOpen }: Props) {
  const { t } = useTranslation()
  const { id: brand } = useBrand()
  const { role } = usePerson()
  const format = useFormat()
  const report = useReport()
  const queries = useQueryClient()
  const again = () => void queries.invalidateQueries({ queryKey: listMarketplaceShopsQueryKey({ path: { brand } }) })
  const compare = useMutation({
    mutationFn: (id: string) => compareMarketplaceMembers({ path: { brand, id: pathId(id) } }),
    onSuccess: () => report.done(t('marketplace.comparing')),
    onError: report.refused,
    onSettled: again,
  })
  const disconnect = useMutation({
    mutationFn: (id: string) => disconnectMarketplaceShop({ path: { brand, id: pathId(id) } }),
    onSuccess: () => report.done(t('marketplace.disconnected')),
    onError: report.refused,
    onSettled: again,
  })
  return (
    <Table
      rowKey="id"
      size="middle"
      pagination={false}
      dataSource={shops}
      locale={{ emptyText: <EmptyState title={t('marketplace.empty')} text={t('marketplace.emptyText')} /> }}
      columns={[
        { title: t('marketplace.marketplace'), render: (_, shop) => t(`marketplace.kind.${shop.marketplace as 'tmall'}`) },
        {
          title: t('marketplace.name'),
          render: (_, shop) => (
            <Button type="link" size="small" onClick={() => onOpen(shop)}>
              {shop.name}
            </Button>
          ),
        },
        { title: t('marketplace.members'), render: (_, shop) => format.exact(shop.members) },
        { title: '', render: (_, shop) => <PushState shop={shop} /> },
        {
          title: t('marketplace.refused'),
          render: (_, shop) =>
            Object.entries(shop.refused)
              .map(([code, calls]) => `${t(`problem.titles.${code as 'marketplace-not-linked'}`)} ${calls}`)
              .join(' · ') || t('marketplace.none'),
        },
        {
          title: '',
          render: (_, shop) => (
            <Space>
              <span>{shop.comparedAt ? t('marketplace.compared', { time: format.time(shop.comparedAt) }) : t('marketplace.notCompared')}</span>
              <Button type="link" size="small" onClick={() => compare.mutate(shop.id)}>
                {t('marketplace.compare')}
              </Button>
              {role === 'admin' && (
                <Popconfirm title={t('marketplace.disconnectTitle', { name: shop.name })} onConfirm={() => disconnect.mutate(shop.id)}>
                  <Button type="link" size="small" danger>
                    {t('marketplace.disconnect')}
                  </Button>
                </Popconfirm>
              )}
            </Space>
          ),
        },
      ]}
    />
  )
}

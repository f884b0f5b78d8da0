import type { MarketplaceDifferenceRow, MarketplaceMember, MarketplaceShop } from '@/client'
import { customers } from './customers'

export const marketplaceShops: MarketplaceShop[] = [
  shop('1', 'tmall', '茶水旗舰店', { members: 130, waiting: 2, stuck: 1, refused: { 'marketplace-signature-wrong': 3 }, comparedAt: '2026-11-20T02:00:00Z' }),
  shop('2', 'douyin', '7001', { trouble: 'unreachable' }),
]

export const marketplaceMembers: MarketplaceMember[] = Array.from({ length: 130 }, (_, index) => ({
  customer: customers[index].customerNo,
  account: `b${index}***`,
  linkedAt: '2026-11-02T02:00:00Z',
  points: index === 1 ? null : 100 + index,
  pushedAt: index === 1 ? null : '2026-11-03T02:00:00Z',
  waiting: false,
  trouble: index === 1 ? 'isv.member-not-bound' : null,
}))

export const marketplaceDifferences: MarketplaceDifferenceRow[] = [{ kind: 'only-there', account: 'z9***', here: null, there: 40, foundAt: '2026-11-20T02:00:00Z' }]

function shop(id: string, marketplace: string, name: string, more: Partial<MarketplaceShop>): MarketplaceShop {
  return {
    id,
    marketplace,
    name,
    appKey: `key-${id}`,
    address: `/callbacks/marketplace/code-${id}`,
    api: 'https://eco.example/router',
    connectedBy: 'admin',
    connectedAt: '2026-11-01T02:00:00Z',
    members: 0,
    waiting: 0,
    stuck: 0,
    trouble: null,
    restsUntil: null,
    comparedAt: null,
    refused: {},
    ...more,
  }
}

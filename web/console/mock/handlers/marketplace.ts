import { http, HttpResponse } from 'msw'
import type { NewMarketplaceShop } from '@/client'
import { marketplaceDifferences, marketplaceMembers, marketplaceShops } from '../data/marketplaces'
import { BRAND, pageOf, problem } from './answers'

const SHOPS = `${BRAND}/marketplace-shops`
const find = (id: unknown) => marketplaceShops.find((one) => one.id === id)

export const marketplace = [
  http.get(SHOPS, () => HttpResponse.json(marketplaceShops)),
  http.post(SHOPS, async ({ request }) => {
    const { marketplace: on, name, appKey, api } = (await request.json()) as NewMarketplaceShop
    if (marketplaceShops.some((one) => one.marketplace === on && one.name === name)) return problem(409, 'marketplace-shop-taken', { detail: `已经接入 ${name}` })
    const shop = { ...marketplaceShops[1], id: String(marketplaceShops.length + 1), marketplace: on, name, appKey, api, trouble: null }
    marketplaceShops.push(shop)
    return HttpResponse.json(shop, { status: 201 })
  }),
  http.delete(`${SHOPS}/:id`, ({ params }) => {
    const shop = find(params.id)
    if (!shop) return problem(404, 'marketplace-shop-unknown')
    marketplaceShops.splice(marketplaceShops.indexOf(shop), 1)
    return new HttpResponse(null, { status: 204 })
  }),
  http.get(`${SHOPS}/:id/members`, ({ params, request }) => {
    const stuck = new URL(request.url).searchParams.get('stuck') === 'true'
    const members = params.id === '1' ? marketplaceMembers.filter(({ trouble }) => !stuck || trouble) : []
    return HttpResponse.json(pageOf(members, request))
  }),
  http.get(`${SHOPS}/:id/differences`, ({ params }) => HttpResponse.json(params.id === '1' ? marketplaceDifferences : [])),
  http.post(`${SHOPS}/:id/compare`, () => new HttpResponse(null, { status: 202 })),
]

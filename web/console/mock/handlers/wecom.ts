import { http, HttpResponse } from 'msw'
import type { FriendSource, Guide, Job, Store } from '@/client'
import { jobs } from './access'
import { BRAND, pageOf } from './answers'

const NAMES = ['沈月', '顾北', '许棠', '江离', '苏禾', '程远', '叶知秋', '白露', '方圆', '陆遥']

const stores: Store[] = ['河畔店', '西湖店', '南京路店', '外滩店', '灵隐店', '柯桥店'].map((name, index) => ({
  id: `st${index}`, name, city: index % 2 ? '杭州' : '上海', longitude: 121.4 + index / 50, latitude: 31.2 + index / 70, guides: 7, friends: 520 - index * 40,
}))

const guides: Guide[] = Array.from({ length: 42 }, (_, index) => ({
  userId: `guide${String(index + 1).padStart(3, '0')}`, name: NAMES[index % NAMES.length] + (index >= 10 ? index : ''), store: stores[index % 6].name, friends: 140 - index * 2, active: index % 11 !== 10,
}))

const WAYS: [number, string, string, number, number, number][] = [
  [1, '扫描二维码', 'Scanned a QR code', 1_480, 212, 96],
  [2, '搜索手机号', 'Searched the phone', 402, 31, 22],
  [3, '名片分享', 'Shared card', 610, 84, 41],
  [8, '手机通讯录', 'Phone contacts', 122, 6, 9],
  [9, '微信联系人', 'WeChat contacts', 388, 20, 18],
  [24, '获客链接', 'Acquisition link', 116, 116, 3],
]

const sources: FriendSource[] = WAYS.map(([addWay, zh, en, friends, last30Days, removed]) => ({ addWay, label: { zh, en }, friends, last30Days, removed }))

export const wecom = [
  http.get(`${BRAND}/wecom/status`, ({ params }) =>
    HttpResponse.json(
      params.brand === 'demo'
        ? { configured: true, corpId: 'ww8f2b6c0d1e', agentId: '1000002', authorizeUrl: 'https://open.weixin.qq.com', baseUrl: 'https://qyapi.weixin.qq.com', lastSyncAt: '2026-11-20T01:00:00Z', guides: 42, friends: 3_118, stores: 6, problem: null, callbackAt: '2026-11-20T01:58:00Z', callbackRefusal: { at: '2026-11-20T01:59:00Z', problem: { type: '/problems/callback-signature', title: 'callback signature', status: 403, code: 'callback-signature', detail: '回调签名不正确，没有处理：请核对回调 Token 与企业微信管理后台一致。', traceId: '' } } }
        : { configured: false, corpId: null, agentId: null, authorizeUrl: null, baseUrl: null, lastSyncAt: null, guides: 0, friends: 0, stores: 0, problem: null, callbackAt: null, callbackRefusal: null },
    ),
  ),
  http.put(`${BRAND}/wecom/settings`, () => HttpResponse.json({ configured: true, corpId: 'ww8f2b6c0d1e', agentId: '1000002', authorizeUrl: 'https://open.weixin.qq.com', baseUrl: '', lastSyncAt: null, guides: 0, friends: 0, stores: 0, problem: null, callbackAt: null, callbackRefusal: null })),
  http.post(`${BRAND}/wecom/sync`, () => {
    const job: Job = { id: `sync-${jobs.length}`, kind: 'wecom-sync', title: { zh: '同步企业微信', en: 'WeCom synchronisation' }, state: 'running', done: 1_200, total: 3_118, unit: 'friends', message: null, secondsLeft: 20, startedAt: '2026-11-20T02:00:00Z', finishedAt: null, link: '/b/demo/guides' }
    jobs.push(job)
    return HttpResponse.json(job)
  }),
  http.get(`${BRAND}/wecom/guides`, ({ params, request }) => {
    const q = new URL(request.url).searchParams.get('q') ?? ''
    return HttpResponse.json(pageOf(params.brand === 'demo' ? guides.filter(({ name }) => name.includes(q)) : [], request))
  }),
  http.get(`${BRAND}/wecom/stores`, ({ params, request }) => HttpResponse.json(pageOf(params.brand === 'demo' ? stores : [], request))),
  http.get(`${BRAND}/wecom/friend-sources`, ({ params }) => HttpResponse.json(params.brand === 'demo' ? sources : [])),
]

import type { CustomerRow } from '@/client'
import { seeded } from './random'

const SURNAMES = '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗'
const GIVEN = ['静', '敏', '丽', '伟', '芳', '娜', '强', '磊', '洋', '艳', '勇', '杰', '涛', '明', '超', '秀英', '霞', '平', '桂英', '雨桐', '子涵', '浩然', '欣怡', '梓萱']
const ENGLISH = ['Amelia Clarke', 'Oliver Hughes', 'Isla Bennett', 'George Foster', 'Freya Murray', 'Arthur Doyle']
export const CITIES = ['London', 'Manchester', 'Leeds', 'Bristol', 'Glasgow', 'Dublin', 'Paris', 'Berlin', '上海', '杭州']

export const customers: CustomerRow[] = Array.from({ length: 240 }, (_, index) => customer(index))

function customer(index: number): CustomerRow {
  const random = seeded(index + 7)
  const orders = random() < 0.06 ? 0 : Math.max(1, Math.round(-Math.log(1 - random() * 0.995) * 4))
  const day = Math.floor(random() * 360)
  const lastOrderAt = new Date(Date.parse('2011-12-09T11:50:00Z') - day * 86_400_000 - Math.floor(random() * 30_000) * 1000).toISOString()
  const roll = random()
  return {
    customerNo: 12_346 + index * 3,
    name: roll < 0.1 ? null : roll < 0.22 ? ENGLISH[index % ENGLISH.length] : SURNAMES[index % SURNAMES.length] + GIVEN[(index * 7) % GIVEN.length],
    phone: random() < 0.8 ? `138****${String(1000 + ((index * 37) % 9000))}` : null,
    city: random() < 0.9 ? CITIES[Math.floor(random() ** 1.8 * CITIES.length)] : null,
    orders,
    netSales: orders === 0 ? 0 : Math.round(orders * (12_000 + random() * 42_000)),
    lastOrderAt: orders === 0 ? null : lastOrderAt,
    lastSeenAt: lastOrderAt,
    reachable: [...(random() < 0.5 ? (['wecom'] as const) : []), ...(random() < 0.35 ? (['email'] as const) : [])],
  }
}

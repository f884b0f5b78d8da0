import type { CouponUseMonth } from '@/client'
import { countAxis, frame, monthAxis, tipOf } from '@/shared/chart/frame'
import type { Colours } from '@/shared/chart/useColours'
import type { Format } from '@/shared/hooks/useFormat'

interface Words {
  issued: string
  redeemed: string
  spent: string
}

/** Coupons issued beside coupons redeemed; what they cost is told with each month. */
export function couponUseOption(months: CouponUseMonth[], words: Words, format: Format, colours: Colours) {
  const bar = (name: string, part: 'issued' | 'redeemed', colour: string) => ({
    name,
    type: 'bar',
    barMaxWidth: 18,
    itemStyle: { color: colour },
    data: months.map((month) => month[part]),
  })
  const tip = (month: CouponUseMonth) =>
    tipOf(format.month(month.month.slice(0, 7)), [
      [words.issued, format.exact(month.issued)],
      [words.redeemed, format.exact(month.redeemed)],
      [words.spent, format.money(month.spent)],
    ])
  return {
    ...frame(colours, { formatter: (points) => tip(months[points[0].dataIndex]) }, { top: 56, gap: 16 }),
    xAxis: monthAxis(months.map(({ month }) => month), colours),
    yAxis: countAxis(colours, format),
    series: [bar(words.issued, 'issued', colours.water), bar(words.redeemed, 'redeemed', colours.sun)],
  }
}

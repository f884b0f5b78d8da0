import type { CouponUseMonth } from '@/client'
import type { Colours } from '@/shared/chart/useColours'
import type { Format } from '@/shared/hooks/useFormat'
import { axisLabel, frame, monthAxis } from './chartFrame'

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
    [
      `<b>${format.month(month.month.slice(0, 7))}</b>`,
      `${words.issued} ${format.exact(month.issued)}`,
      `${words.redeemed} ${format.exact(month.redeemed)}`,
      `${words.spent} ${format.money(month.spent)}`,
    ].join('<br>')
  return {
    ...frame(colours, (points) => tip(months[points[0].dataIndex])),
    xAxis: monthAxis(months, colours),
    yAxis: { type: 'value', axisLabel: { ...axisLabel(colours), formatter: (value: number) => format.count(value) }, splitLine: { lineStyle: { color: colours.line } }, splitNumber: 4 },
    series: [bar(words.issued, 'issued', colours.water), bar(words.redeemed, 'redeemed', colours.sun)],
  }
}

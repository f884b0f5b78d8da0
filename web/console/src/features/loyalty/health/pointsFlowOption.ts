import type { PointsHealthMonth } from '@/client'
import { axisLabel, countAxis, frame, monthAxis, tipOf } from '@/shared/chart/frame'
import type { Colours } from '@/shared/chart/useColours'
import type { Format } from '@/shared/hooks/useFormat'

interface Words {
  issued: string
  redeemed: string
  expired: string
  burn: string
}

/** Beside each other what came and what went, redeemed or lost; a line of the rolling burn rate. */
export function pointsFlowOption(months: PointsHealthMonth[], words: Words, format: Format, colours: Colours) {
  const bar = (name: string, part: 'issued' | 'redeemed' | 'expired', stack: string, style: object) => ({
    name,
    type: 'bar',
    stack,
    barMaxWidth: 18,
    itemStyle: style,
    data: months.map((month) => month[part]),
  })
  return {
    ...frame(colours, { formatter: (points) => tip(months[points[0].dataIndex], words, format) }, { top: 56, gap: 16 }),
    xAxis: monthAxis(months.map(({ month }) => month), colours),
    yAxis: [
      countAxis(colours, format),
      { type: 'value', min: 0, axisLabel: { ...axisLabel(colours), formatter: (value: number) => format.rate(value, 0) }, splitLine: { show: false }, splitNumber: 4 },
    ],
    series: [
      bar(words.issued, 'issued', 'came', { color: colours.water }),
      bar(words.redeemed, 'redeemed', 'gone', { color: colours.water, opacity: 0.45 }),
      bar(words.expired, 'expired', 'gone', { color: colours.muted, opacity: 0.55 }),
      {
        name: words.burn,
        type: 'line',
        yAxisIndex: 1,
        symbolSize: 6,
        lineStyle: { color: colours.sun, width: 2.5 },
        itemStyle: { color: colours.sun },
        data: months.map(({ burn }) => burn.rate),
      },
    ],
  }
}

function tip(month: PointsHealthMonth, words: Words, format: Format): string {
  return tipOf(format.month(month.month.slice(0, 7)), [
    [words.issued, format.exact(month.issued)],
    [words.redeemed, format.exact(month.redeemed)],
    [words.expired, format.exact(month.expired)],
    [words.burn, format.rate(month.burn.rate)],
  ])
}

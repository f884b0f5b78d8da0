import type { PointsMonth } from '@/client'
import { countAxis, frame, monthAxis, tipOf } from '@/shared/chart/frame'
import type { Colours } from '@/shared/chart/useColours'
import type { Format } from '@/shared/hooks/useFormat'

interface Words {
  spent: string
  expired: string
  liability: string
  breakage: string
}

/** Stacked bars of what left members' hands, spent or lost, and a line of what they have. */
export function monthsOption(months: PointsMonth[], words: Words, format: Format, colours: Colours) {
  const count = countAxis(colours, format)
  const bar = (name: string, part: 'spent' | 'expired', style: object) => ({
    name,
    type: 'bar',
    stack: 'gone',
    barMaxWidth: 28,
    itemStyle: style,
    data: months.map((month) => month[part]),
  })
  return {
    ...frame(colours, { formatter: (points) => tip(months[points[0].dataIndex], words, format) }, { top: 40, gap: 24 }),
    xAxis: monthAxis(
      months.map(({ month }) => month),
      colours,
    ),
    yAxis: [count, { ...count, splitLine: { show: false } }],
    series: [
      bar(words.spent, 'spent', { color: colours.water }),
      bar(words.expired, 'expired', { color: colours.muted, opacity: 0.55 }),
      {
        name: words.liability,
        type: 'line',
        yAxisIndex: 1,
        symbolSize: 6,
        lineStyle: { color: colours.sun, width: 2.5 },
        itemStyle: { color: colours.sun },
        data: months.map(({ liability }) => liability),
      },
    ],
  }
}

function tip(month: PointsMonth, words: Words, format: Format): string {
  return tipOf(format.month(month.month.slice(0, 7)), [
    [words.spent, format.exact(month.spent)],
    [words.expired, format.exact(month.expired)],
    [words.liability, format.exact(month.liability)],
    [words.breakage, format.rate(month.breakage)],
  ])
}

import type { PointsMonth } from '@/client'
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
  const label = { color: colours.muted, fontSize: 12 }
  const count = { ...label, formatter: (value: number) => format.count(value) }
  const bar = (name: string, part: 'spent' | 'expired', style: object) => ({
    name,
    type: 'bar',
    stack: 'gone',
    barMaxWidth: 28,
    itemStyle: style,
    data: months.map((month) => month[part]),
  })
  return {
    textStyle: { fontFamily: 'inherit' },
    aria: { enabled: true, decal: { show: false } },
    grid: { left: 8, right: 8, top: 40, bottom: 4, containLabel: true },
    legend: { top: 0, left: 0, icon: 'roundRect', itemWidth: 12, itemHeight: 8, itemGap: 24, textStyle: label },
    tooltip: {
      trigger: 'axis',
      backgroundColor: colours.surface,
      borderColor: colours.line,
      textStyle: { color: colours.text, fontSize: 13 },
      formatter: (points: { dataIndex: number }[]) => tip(months[points[0].dataIndex], words, format),
    },
    xAxis: {
      type: 'category',
      data: months.map(({ month }) => month.slice(0, 7)),
      axisLine: { lineStyle: { color: colours.line } },
      axisTick: { show: false },
      axisLabel: { ...label, hideOverlap: true, formatter: (month: string) => month.slice(2).replace('-', '/') },
    },
    yAxis: [
      { type: 'value', axisLabel: count, splitLine: { lineStyle: { color: colours.line } }, splitNumber: 4 },
      { type: 'value', axisLabel: count, splitLine: { show: false }, splitNumber: 4 },
    ],
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
  const rows = [
    [words.spent, format.exact(month.spent)],
    [words.expired, format.exact(month.expired)],
    [words.liability, format.exact(month.liability)],
    [words.breakage, format.rate(month.breakage)],
  ]
  return [`<b>${format.month(month.month.slice(0, 7))}</b>`, ...rows.map(([name, value]) => `${name} ${value}`)].join('<br>')
}

import type { MonthPoint } from '@/client'
import { countAxis, frame, monthAxis, tipOf } from '@/shared/chart/frame'
import type { Colours } from '@/shared/chart/useColours'
import type { Format } from '@/shared/hooks/useFormat'

interface Words {
  netSales: string
  buyers: string
  orders: string
  partial: string
}

/** Bars of net sales, a line of buyers; months that are not whole are striped. */
export function trendOption(months: MonthPoint[], words: Words, format: Format, colours: Colours) {
  const stripes = { symbol: 'rect', dashArrayX: [1, 0], dashArrayY: [3, 4], rotation: -Math.PI / 4, color: colours.surface }
  const around = frame(colours, { formatter: (points) => tip(months[points[0].dataIndex], words, format) }, { top: 40, gap: 24 })
  const count = countAxis(colours, format)
  return {
    ...around,
    legend: { ...around.legend, data: [words.netSales, words.buyers] },
    xAxis: monthAxis(
      months.map(({ month }) => month),
      colours,
    ),
    yAxis: [
      { ...count, axisLabel: { ...count.axisLabel, formatter: (value: number) => (value === 0 ? '0' : format.moneyShort(value)) } },
      { ...count, splitLine: { show: false }, min: 0 },
    ],
    series: [
      {
        name: words.netSales,
        type: 'bar',
        barMaxWidth: 28,
        itemStyle: { color: colours.water, borderRadius: [4, 4, 0, 0] },
        data: months.map(({ netSales, partial }) => ({
          value: netSales,
          itemStyle: partial ? { opacity: 0.6, decal: stripes } : undefined,
        })),
      },
      {
        name: words.buyers,
        type: 'line',
        yAxisIndex: 1,
        smooth: 0.25,
        symbolSize: 6,
        lineStyle: { color: colours.sun, width: 2.5 },
        itemStyle: { color: colours.sun },
        data: months.map(({ buyers }) => buyers),
      },
    ],
  }
}

function tip(month: MonthPoint, words: Words, format: Format): string {
  return tipOf(`${format.month(month.month)}${month.partial ? ` · ${words.partial}` : ''}`, [
    [words.netSales, format.money(month.netSales)],
    [words.buyers, format.exact(month.buyers)],
    [words.orders, format.exact(month.orders)],
  ])
}

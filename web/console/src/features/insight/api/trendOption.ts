import type { MonthPoint } from '@/client'
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
  const label = { color: colours.muted, fontSize: 12 }
  return {
    textStyle: { fontFamily: 'inherit' },
    aria: { enabled: true, decal: { show: false } },
    grid: { left: 8, right: 8, top: 40, bottom: 4, containLabel: true },
    legend: { top: 0, left: 0, icon: 'roundRect', itemWidth: 12, itemHeight: 8, itemGap: 24, textStyle: label, data: [words.netSales, words.buyers] },
    tooltip: {
      trigger: 'axis',
      backgroundColor: colours.surface,
      borderColor: colours.line,
      textStyle: { color: colours.text, fontSize: 13 },
      formatter: (points: { dataIndex: number }[]) => tip(months[points[0].dataIndex], words, format),
    },
    xAxis: {
      type: 'category',
      data: months.map(({ month }) => month),
      axisLine: { lineStyle: { color: colours.line } },
      axisTick: { show: false },
      axisLabel: { ...label, hideOverlap: true, formatter: (month: string) => month.slice(2).replace('-', '/') },
    },
    yAxis: [
      {
        type: 'value',
        axisLabel: { ...label, formatter: (value: number) => (value === 0 ? '0' : format.moneyShort(value)) },
        splitLine: { lineStyle: { color: colours.line } },
        splitNumber: 4,
      },
      { type: 'value', axisLabel: { ...label, formatter: (value: number) => format.count(value) }, splitLine: { show: false }, splitNumber: 4, min: 0 },
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
  const rows = [
    [words.netSales, format.money(month.netSales)],
    [words.buyers, format.exact(month.buyers)],
    [words.orders, format.exact(month.orders)],
  ]
  const title = `${format.month(month.month)}${month.partial ? ` · ${words.partial}` : ''}`
  return [`<b>${title}</b>`, ...rows.map(([name, value]) => `${name} ${value}`)].join('<br>')
}

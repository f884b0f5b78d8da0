import type { Colours } from '@/shared/chart/useColours'

type Point = { dataIndex: number }

/** How words on an axis look. */
export function axisLabel(colours: Colours) {
  return { color: colours.muted, fontSize: 12 }
}

/** What the charts of a programme's health have in common. */
export function frame(colours: Colours, tip: (points: Point[]) => string) {
  return {
    textStyle: { fontFamily: 'inherit' },
    aria: { enabled: true, decal: { show: false } },
    grid: { left: 8, right: 8, top: 56, bottom: 4, containLabel: true },
    legend: { top: 0, left: 0, icon: 'roundRect', itemWidth: 12, itemHeight: 8, itemGap: 16, textStyle: axisLabel(colours) },
    tooltip: {
      trigger: 'axis',
      backgroundColor: colours.surface,
      borderColor: colours.line,
      textStyle: { color: colours.text, fontSize: 13 },
      formatter: tip,
    },
  }
}

/** The months below a chart, as `26/11`. */
export function monthAxis(months: { month: string }[], colours: Colours) {
  return {
    type: 'category',
    data: months.map(({ month }) => month.slice(0, 7)),
    axisLine: { lineStyle: { color: colours.line } },
    axisTick: { show: false },
    axisLabel: { ...axisLabel(colours), hideOverlap: true, formatter: (month: string) => month.slice(2).replace('-', '/') },
  }
}

import type { Colours } from './useColours'
import type { Format } from '@/shared/hooks/useFormat'

type Point = { dataIndex: number }

/** What is told of a place on the axis, all of it or number by number. */
type Tooltip = { formatter: (points: Point[]) => string } | { valueFormatter: (value: number | null) => string }

/** How words on an axis look. */
export function axisLabel(colours: Colours) {
  return { color: colours.muted, fontSize: 12 }
}

/** What is around the bars and lines of a chart: `top` px for its legend, whose entries stand `gap` px apart. */
export function frame(colours: Colours, tooltip: Tooltip, { top, gap }: { top: number; gap: number }) {
  return {
    textStyle: { fontFamily: 'inherit' },
    aria: { enabled: true, decal: { show: false } },
    grid: { left: 8, right: 8, top, bottom: 4, containLabel: true },
    legend: { top: 0, left: 0, icon: 'roundRect', itemWidth: 12, itemHeight: 8, itemGap: gap, textStyle: axisLabel(colours) },
    tooltip: {
      trigger: 'axis',
      backgroundColor: colours.surface,
      borderColor: colours.line,
      textStyle: { color: colours.text, fontSize: 13 },
      ...tooltip,
    },
  }
}

/** Names below a chart. */
export function nameAxis(names: string[], colours: Colours) {
  return {
    type: 'category',
    data: names,
    axisLine: { lineStyle: { color: colours.line } },
    axisTick: { show: false },
    axisLabel: { ...axisLabel(colours), hideOverlap: true },
  }
}

/** Months, each told as `2026-11` or by one of its days, below a chart as `26/11`. */
export function monthAxis(months: string[], colours: Colours) {
  const axis = nameAxis(
    months.map((month) => month.slice(0, 7)),
    colours,
  )
  return { ...axis, axisLabel: { ...axis.axisLabel, formatter: (month: string) => month.slice(2).replace('-', '/') } }
}

/** Counts beside a chart, with lines through it. */
export function countAxis(colours: Colours, format: Format) {
  return {
    type: 'value',
    axisLabel: { ...axisLabel(colours), formatter: (value: number) => format.count(value) },
    splitLine: { lineStyle: { color: colours.line } },
    splitNumber: 4,
  }
}

/** What is told of a place: its name, and each number with its words. */
export function tipOf(title: string, rows: [string, string][]): string {
  return [`<b>${title}</b>`, ...rows.map(([name, value]) => `${name} ${value}`)].join('<br>')
}

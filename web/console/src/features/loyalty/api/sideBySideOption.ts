import type { Colours } from '@/shared/chart/useColours'
import type { Format } from '@/shared/hooks/useFormat'

interface Series {
  name: string
  values: (number | null)[]
}

/** Two bars for each name, today's and the draft's, with their numbers on top where there is room. */
export function sideBySideOption(names: string[], today: Series, draft: Series, format: Format, colours: Colours) {
  const label = { color: colours.muted, fontSize: 12 }
  const bar = ({ name, values }: Series, colour: string) => ({
    name,
    type: 'bar',
    barMaxWidth: 36,
    itemStyle: { color: colour },
    label: { show: names.length <= 8, position: 'top', ...label, formatter: ({ value }: { value: number }) => format.count(value) },
    data: values,
  })
  return {
    textStyle: { fontFamily: 'inherit' },
    aria: { enabled: true, decal: { show: false } },
    grid: { left: 8, right: 8, top: 48, bottom: 4, containLabel: true },
    legend: { top: 0, left: 0, icon: 'roundRect', itemWidth: 12, itemHeight: 8, itemGap: 24, textStyle: label },
    tooltip: {
      trigger: 'axis',
      backgroundColor: colours.surface,
      borderColor: colours.line,
      textStyle: { color: colours.text, fontSize: 13 },
      valueFormatter: (value: number | null) => format.exact(value),
    },
    xAxis: { type: 'category', data: names, axisLine: { lineStyle: { color: colours.line } }, axisTick: { show: false }, axisLabel: { ...label, hideOverlap: true } },
    yAxis: { type: 'value', axisLabel: { ...label, formatter: (value: number) => format.count(value) }, splitLine: { lineStyle: { color: colours.line } }, splitNumber: 4 },
    series: [bar(today, colours.muted), bar(draft, colours.water)],
  }
}

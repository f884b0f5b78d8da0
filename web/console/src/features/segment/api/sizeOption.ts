import type { SizeOfDay } from '@/client'
import type { Colours } from '@/shared/chart/useColours'
import type { Format } from '@/shared/hooks/useFormat'

interface Words {
  size: string
  entered: string
  left: string
}

/** A line of the size; below it bars upwards for who entered and downwards for who left. */
export function sizeOption(days: SizeOfDay[], words: Words, format: Format, colours: Colours) {
  const label = { color: colours.muted, fontSize: 12 }
  const axis = { type: 'category', data: days.map(({ day }) => day), axisLine: { lineStyle: { color: colours.line } }, axisTick: { show: false } }
  const value = { type: 'value', splitLine: { lineStyle: { color: colours.line } } }
  return {
    textStyle: { fontFamily: 'inherit' },
    aria: { enabled: true, decal: { show: false } },
    grid: [
      { left: 56, right: 8, top: 40, height: 150 },
      { left: 56, right: 8, top: 210, height: 70 },
    ],
    axisPointer: { link: [{ xAxisIndex: 'all' }] },
    legend: { top: 0, left: 0, icon: 'roundRect', itemWidth: 12, itemHeight: 8, itemGap: 24, textStyle: label },
    tooltip: {
      trigger: 'axis',
      backgroundColor: colours.surface,
      borderColor: colours.line,
      textStyle: { color: colours.text, fontSize: 13 },
      formatter: (points: { dataIndex: number }[]) => tip(days[points[0].dataIndex], words, format),
    },
    xAxis: [
      { ...axis, gridIndex: 0, axisLabel: { show: false } },
      { ...axis, gridIndex: 1, axisLabel: { ...label, hideOverlap: true, formatter: (day: string) => day.slice(5).replace('-', '/') } },
    ],
    yAxis: [
      { ...value, gridIndex: 0, splitNumber: 3, scale: true, axisLabel: { ...label, formatter: (n: number) => format.count(n) } },
      { ...value, gridIndex: 1, splitNumber: 2, axisLabel: { ...label, formatter: (n: number) => format.count(Math.abs(n)) } },
    ],
    series: [
      {
        name: words.size,
        type: 'line',
        xAxisIndex: 0,
        yAxisIndex: 0,
        symbolSize: 6,
        lineStyle: { color: colours.water, width: 2.5 },
        itemStyle: { color: colours.water },
        data: days.map(({ size }) => size),
      },
      { ...bar(words.entered, colours.water, [4, 4, 0, 0]), data: days.map(({ entered }) => entered) },
      { ...bar(words.left, colours.sun, [0, 0, 4, 4]), data: days.map(({ left }) => -left) },
    ],
  }
}

function bar(name: string, color: string, borderRadius: number[]) {
  return { name, type: 'bar', stack: 'moved', xAxisIndex: 1, yAxisIndex: 1, barMaxWidth: 18, itemStyle: { color, borderRadius } }
}

function tip({ day, size, entered, left }: SizeOfDay, words: Words, format: Format): string {
  return [`<b>${day}</b>`, `${words.size} ${format.exact(size)}`, `${words.entered} +${format.exact(entered)}`, `${words.left} −${format.exact(left)}`].join('<br>')
}

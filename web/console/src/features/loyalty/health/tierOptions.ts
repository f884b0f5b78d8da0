import type { TierHealthLevel, TierHealthMonth } from '@/client'
import { axisLabel, countAxis, frame, monthAxis, tipOf } from '@/shared/chart/frame'
import type { Colours } from '@/shared/chart/useColours'
import type { Format } from '@/shared/hooks/useFormat'

/** Bars around one middle, the highest tier at the top; each with its members and their share. */
export function pyramidOption(levels: (TierHealthLevel & { name: string })[], members: number, format: Format, colours: Colours) {
  const most = Math.max(1, ...levels.map((level) => level.members))
  const words = (level: TierHealthLevel) => `${format.count(level.members)} · ${format.rate(members > 0 ? level.members / members : null)}`
  const label = { show: true, position: 'insideLeft', distance: 0, color: colours.text, fontSize: 12 }
  return {
    textStyle: { fontFamily: 'inherit' },
    aria: { enabled: true, decal: { show: false } },
    grid: { left: 8, right: 128, top: 4, bottom: 4, containLabel: true },
    xAxis: { type: 'value', show: false, max: most },
    yAxis: {
      type: 'category',
      data: levels.map(({ name }) => name),
      axisLine: { show: false },
      axisTick: { show: false },
      axisLabel: { ...axisLabel(colours), width: 96, overflow: 'truncate' },
    },
    series: [
      { type: 'bar', stack: 'tier', silent: true, itemStyle: { color: 'transparent' }, data: levels.map((level) => (most - level.members) / 2) },
      {
        type: 'bar',
        stack: 'tier',
        barMaxWidth: 28,
        barMinHeight: 2,
        itemStyle: { color: colours.water, borderRadius: 4 },
        label: { ...label, position: 'right', distance: 8, formatter: ({ dataIndex }: { dataIndex: number }) => words(levels[dataIndex]) },
        data: levels.map((level) => level.members),
      },
    ],
  }
}

/** Who rose, above the line, and who fell, below it. */
export function movesOption(months: TierHealthMonth[], words: { up: string; down: string }, format: Format, colours: Colours) {
  const bar = (name: string, colour: string, data: number[]) => ({ name, type: 'bar', stack: 'moves', barMaxWidth: 18, itemStyle: { color: colour }, data })
  const tip = ({ month, up, down }: TierHealthMonth) =>
    tipOf(format.month(month.slice(0, 7)), [
      [words.up, format.exact(up)],
      [words.down, format.exact(down)],
    ])
  const count = countAxis(colours, format)
  return {
    ...frame(colours, { formatter: (points) => tip(months[points[0].dataIndex]) }, { top: 56, gap: 16 }),
    xAxis: { ...monthAxis(months.map(({ month }) => month), colours), axisLine: { onZero: false, lineStyle: { color: colours.line } } },
    yAxis: { ...count, axisLabel: { ...count.axisLabel, formatter: (value: number) => format.count(Math.abs(value)) }, splitNumber: 3 },
    series: [
      bar(
        words.up,
        colours.water,
        months.map(({ up }) => up),
      ),
      bar(
        words.down,
        colours.muted,
        months.map(({ down }) => -down),
      ),
    ],
  }
}

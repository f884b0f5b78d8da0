import { axisLabel, countAxis, frame, nameAxis } from '@/shared/chart/frame'
import type { Colours } from '@/shared/chart/useColours'
import type { Format } from '@/shared/hooks/useFormat'

interface Series {
  name: string
  values: (number | null)[]
}

/** Two bars for each name, today's and the draft's, with their numbers on top where there is room. */
export function sideBySideOption(names: string[], today: Series, draft: Series, format: Format, colours: Colours) {
  const bar = ({ name, values }: Series, colour: string) => ({
    name,
    type: 'bar',
    barMaxWidth: 36,
    itemStyle: { color: colour },
    label: { show: names.length <= 8, position: 'top', ...axisLabel(colours), formatter: ({ value }: { value: number }) => format.count(value) },
    data: values,
  })
  return {
    ...frame(colours, { valueFormatter: (value) => format.exact(value) }, { top: 48, gap: 24 }),
    xAxis: nameAxis(names, colours),
    yAxis: countAxis(colours, format),
    series: [bar(today, colours.muted), bar(draft, colours.water)],
  }
}

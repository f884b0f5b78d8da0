import type { EChartsCoreOption } from 'echarts/core'
import type { IdentityView } from '@/client'
import type { Colours } from '@/shared/chart/useColours'

type Point = IdentityView['identifiers'][number]

const HOLDS = ['joins', 'agrees']

/** Own identifiers filled, others' hollow; links that hold drawn through, the others dashed. */
export function graphOption(view: IdentityView, nameOf: (point: Point) => string, colours: Colours): EChartsCoreOption {
  return {
    animation: false,
    series: [
      {
        type: 'graph',
        layout: view.identifiers.length > 2 ? 'circular' : 'none',
        left: 120,
        right: 120,
        top: 40,
        bottom: 40,
        label: { show: true, position: 'right', color: colours.text, fontSize: 12 },
        data: view.identifiers.map((point, index) => {
          const own = point.customer === view.customer
          const colour = point.shared ? colours.muted : own ? colours.water : colours.sun
          return {
            id: String(point.no),
            name: nameOf(point),
            x: index * 100,
            y: 0,
            symbolSize: own ? 18 : 14,
            itemStyle: { color: own && !point.shared ? colour : colours.surface, borderColor: colour, borderWidth: 2 },
          }
        }),
        links: view.links.map((link) => ({
          source: String(link.low),
          target: String(link.high),
          lineStyle: { color: colours.muted, width: link.how === 'person' ? 3 : 1.5, type: HOLDS.includes(link.state) ? 'solid' : 'dashed' },
        })),
      },
    ],
  }
}

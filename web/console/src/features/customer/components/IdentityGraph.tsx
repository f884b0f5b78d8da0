import { useTranslation } from 'react-i18next'
import type { IdentityView } from '@/client'
import { useColours } from '@/shared/chart/useColours'
import { useIdentifierName } from './useIdentifierName'

type Point = IdentityView['identifiers'][number]
type Edge = IdentityView['links'][number]

const HOLDS: Edge['state'][] = ['joins', 'agrees']
const ROW = 40
const COLUMN = 132
const WIDEST = 116

/**
 * The customer's identifiers one below the other, and the links between them as arcs: own ones filled, others' hollow;
 * links that hold drawn through, the others dashed, those somebody confirmed bold.
 */
export function IdentityGraph({ view }: { view: IdentityView }) {
  const { t } = useTranslation()
  const colours = useColours()
  const { nameOf } = useIdentifierName()
  const height = new Map(view.identifiers.map((point, index) => [point.no, ROW * index + ROW / 2]))
  const colourOf = (point: Point) =>
    point.shared ? colours.muted : point.customer === view.customer ? colours.water : colours.sun
  return (
    <svg role="img" aria-label={t('customer.identity.graph')} width="100%" height={ROW * view.identifiers.length}>
      {view.links.map((link) => (
        <path
          key={`${link.low}-${link.high}`}
          d={arc(height.get(link.low), height.get(link.high))}
          fill="none"
          stroke={colours.muted}
          strokeWidth={link.how === 'person' ? 3 : 1.5}
          strokeDasharray={HOLDS.includes(link.state) ? undefined : '4 4'}
        >
          <title>{t(`customer.identity.states.${link.state}`)}</title>
        </path>
      ))}
      {view.identifiers.map((point) => (
        <g key={point.no}>
          <circle
            cx={COLUMN}
            cy={height.get(point.no)}
            r={point.customer === view.customer ? 8 : 6}
            fill={point.customer === view.customer && !point.shared ? colourOf(point) : colours.surface}
            stroke={colourOf(point)}
            strokeWidth={2}
          />
          <text x={COLUMN + 18} y={height.get(point.no)} dominantBaseline="central" fontSize={13} fill={colours.text}>
            {nameOf(point)}
          </text>
        </g>
      ))}
    </svg>
  )
}

/** The farther apart, the wider. */
function arc(one = 0, other = 0): string {
  const reach = Math.min(WIDEST, 16 + Math.abs(one - other) * 0.6)
  return `M ${COLUMN} ${one} C ${COLUMN - reach} ${one}, ${COLUMN - reach} ${other}, ${COLUMN} ${other}`
}

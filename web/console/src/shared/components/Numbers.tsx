import { Tooltip } from 'antd'
import { useFormat } from '../hooks/useFormat'
import { isCompacted } from '../format/number'
import { minorPerUnit } from '../format/money'
import { useBrand } from '../brand/BrandContext'

interface Props {
  value: number | null | undefined
  className?: string
}

/** A count, short where it is long, exact on hover. */
export function Count({ value, className }: Props) {
  const format = useFormat()
  return <Short className={className} short={format.count(value)} exact={isCompacted(value) ? format.exact(value) : undefined} />
}

/** A sum in minor units, short where it is long, exact on hover. */
export function Money({ value, className }: Props) {
  const format = useFormat()
  const { currency } = useBrand()
  const long = value != null && isCompacted(value / minorPerUnit(currency))
  return <Short className={className} short={format.moneyShort(value)} exact={long ? format.money(value) : undefined} />
}

function Short({ short, exact, className }: { short: string; exact?: string; className?: string }) {
  const number = <span className={['ww-number', className].filter(Boolean).join(' ')}>{short}</span>
  return exact ? <Tooltip title={<span className="ww-number">{exact}</span>}>{number}</Tooltip> : number
}

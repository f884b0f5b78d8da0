import { useTranslation } from 'react-i18next'
import { CAPS } from '../../api/programme'
import { NumberItem } from './Item'

/** The most points that may be given. */
export function CapsItems({ at }: { at: (string | number)[] }) {
  const { t } = useTranslation()
  return (
    <div className="ww-row">
      {CAPS.map((cap) => (
        <NumberItem key={cap} name={[...at, cap]} label={t(`programme.caps.${cap}`)} />
      ))}
    </div>
  )
}

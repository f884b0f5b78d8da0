import { Popover } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../hooks/useFormat'
import styles from './Definition.module.css'

export interface Meaning {
  definition: string
  windowFrom?: string | null
  windowTo?: string | null
  dataAt?: string | null
  numerator?: string | null
  denominator?: string | null
  why?: string | null
}

/** A name that says on hover or focus what its number means, over which window, as of when. */
export function Defined({ children, meaning }: { children: ReactNode; meaning: Meaning }) {
  return (
    <Popover content={<Explanation meaning={meaning} />} trigger={['hover', 'focus', 'click']}>
      <span className={styles.defined} tabIndex={0}>
        {children}
      </span>
    </Popover>
  )
}

function Explanation({ meaning }: { meaning: Meaning }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { windowFrom, windowTo } = meaning
  return (
    <div className={styles.explanation}>
      <p>{meaning.definition}</p>
      {meaning.why && <p className={styles.why}>{meaning.why}</p>}
      <dl>
        {meaning.numerator && meaning.denominator && (
          <Row label={t('meaning.ratio')} value={`${meaning.numerator} ÷ ${meaning.denominator}`} />
        )}
        {windowFrom && windowTo && (
          <Row label={t('meaning.window')} value={t('meaning.range', { from: format.day(windowFrom), to: format.day(windowTo) })} />
        )}
        {meaning.dataAt && <Row label={t('meaning.dataAt')} value={format.time(meaning.dataAt)} />}
      </dl>
    </div>
  )
}

function Row({ label, value }: { label: string; value: string }) {
  return (
    <div className={styles.row}>
      <dt>{label}</dt>
      <dd className="ww-number">{value}</dd>
    </div>
  )
}

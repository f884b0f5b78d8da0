import { useTranslation } from 'react-i18next'
import type { Home, WheelPart } from '@/client'
import { Defined } from '@/shared/components/Definition'
import { Count } from '@/shared/components/Numbers'
import { useFormat } from '@/shared/hooks/useFormat'
import { useText } from '@/shared/hooks/useLanguage'
import styles from './WheelFlow.module.css'

/** The five parts as one stream that flows back to where it began. */
export function WheelFlow({ parts, home }: { parts: WheelPart[]; home: Pick<Home, 'windowFrom' | 'windowTo' | 'dataAt'> }) {
  const { t } = useTranslation()
  return (
    <div className={styles.wheel}>
      <svg className={styles.stream} viewBox="0 0 1000 120" preserveAspectRatio="none" aria-hidden="true">
        <path className={styles.deep} d="M0 52 C100 20 100 20 200 48 S300 78 400 50 500 22 600 50 700 78 800 50 900 24 1000 46" />
        <path className={styles.light} d="M0 58 C100 30 100 30 200 56 S300 84 400 57 500 32 600 58 700 84 800 57 900 34 1000 54" />
      </svg>
      <ol className={styles.parts}>
        {parts.map((part, index) => (
          <Station key={part.part} part={part} number={index + 1} home={home} />
        ))}
      </ol>
      <div className={styles.back}>
        <svg viewBox="0 0 1000 30" preserveAspectRatio="none" aria-hidden="true">
          <path d="M900 0 C900 26 860 26 820 26 L180 26 C140 26 100 26 100 4" vectorEffect="non-scaling-stroke" />
        </svg>
        <i className={styles.arrow} aria-hidden="true" />
        <span>{t('insight.home.again')}</span>
      </div>
    </div>
  )
}

function Station({ part, number, home }: { part: WheelPart; number: number; home: Pick<Home, 'windowFrom' | 'windowTo' | 'dataAt'> }) {
  const { t } = useTranslation()
  const text = useText()
  const format = useFormat()
  const unknown = part.count == null
  const why = unknown ? t(`insight.home.why.${part.part}`) : undefined
  return (
    <li className={styles.part} data-unknown={unknown} style={{ animationDelay: `${number * 60}ms` }} data-testid={`wheel-${part.part}`}>
      <span className={styles.glyph} aria-hidden="true">
        {t(`nav.${part.part}`)}
      </span>
      <span className={styles.name}>
        <Defined meaning={{ definition: text(part.definition), windowFrom: home.windowFrom, windowTo: home.windowTo, dataAt: home.dataAt, why }}>
          {text(part.name)}
        </Defined>
      </span>
      {unknown ? (
        <span className={styles.count}>—</span>
      ) : (
        <Count value={part.count} className={styles.count} />
      )}
      <span className={styles.rate}>{unknown ? why : part.rate == null ? ' ' : format.rate(part.rate)}</span>
    </li>
  )
}

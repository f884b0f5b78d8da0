import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { IdentitySuggestion } from '@/client'
import { StateDot } from '@/shared/components/StateTag'
import { keyOf, percentOf } from '../api/evidence'
import styles from './SuggestionQueue.module.css'

interface Props {
  suggestions: IdentitySuggestion[]
  chosen: string
  onChoose: (key: string) => void
}

export function SuggestionQueue({ suggestions, chosen, onChoose }: Props) {
  const { t } = useTranslation()
  const current = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    // Not where there is no layout, as in a test. What newer browsers return is no clean-up.
    current.current?.scrollIntoView?.({ block: 'nearest' })
  }, [chosen])
  const name = (side: IdentitySuggestion['left']) => side.name ?? t('suggestion.unnamed', { no: side.customerNo })
  return (
    <ul className={styles.queue} aria-label={t('suggestion.queue')}>
      {suggestions.map((suggestion) => {
        const key = keyOf(suggestion)
        const here = key === chosen
        return (
          <li key={key}>
            <button
              ref={here ? current : undefined}
              type="button"
              className={here ? styles.here : styles.pair}
              aria-current={here}
              onClick={() => onChoose(key)}
            >
              <span className={styles.names}>
                {name(suggestion.left)} · {name(suggestion.right)}
              </span>
              <span className="ww-number">
                {suggestion.conflicts.length > 0 && <StateDot tone="sun" />} {percentOf(suggestion.probability)}
              </span>
            </button>
          </li>
        )
      })}
    </ul>
  )
}

import { useTranslation } from 'react-i18next'
import type { SuggestionEvidence } from '@/client'
import { reachOf, strengthOf } from '../api/evidence'
import styles from './EvidenceBar.module.css'

/** What one field says: to the right for one person, to the left against, and in words. */
export function EvidenceBar({ evidence }: { evidence: SuggestionEvidence | undefined }) {
  const { t } = useTranslation()
  if (!evidence || evidence.likeness === 'unknown') return <span className="ww-muted">{t('suggestion.silent')}</span>
  const { likeness, bits } = evidence
  const half = reachOf(bits) * 50
  const speaksFor = bits >= 0
  return (
    <div className={styles.evidence}>
      <span className={styles.track} aria-hidden="true">
        <i className={speaksFor ? styles.for : styles.against} style={speaksFor ? { left: '50%', width: `${half}%` } : { right: '50%', width: `${half}%` }} />
      </span>
      <span>
        {t(`suggestion.likeness.${likeness}`)}
        <span className={styles.strength}> · {t(`suggestion.strength.${strengthOf(bits)}`)}</span>
      </span>
    </div>
  )
}

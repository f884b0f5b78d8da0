import { Alert } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { IdentitySuggestion, SuggestionSide } from '@/client'
import { useBrandPath } from '@/shared/brand/BrandContext'
import { Defined } from '@/shared/components/Definition'
import { useFormat } from '@/shared/hooks/useFormat'
import { percentOf, sureness } from '../api/evidence'
import { compared } from '../api/sides'
import { EvidenceBar } from './EvidenceBar'
import styles from './SuggestionDetail.module.css'

/** Two customers side by side, with what speaks for and against their being one person. */
export function SuggestionDetail({ suggestion }: { suggestion: IdentitySuggestion }) {
  const { t, i18n } = useTranslation()
  const format = useFormat()
  const kinds = suggestion.conflicts.map((kind) => {
    const key = `customer.identifiers.kinds.${kind}`
    return i18n.exists(key) ? (t as (key: string) => string)(key) : kind
  })
  return (
    <div className={styles.detail}>
      <p className={styles.verdict}>
        <strong>{t(`suggestion.sure.${sureness(suggestion.probability)}`)}</strong>
        <Defined meaning={{ definition: t('suggestion.probabilityMeaning') }}>
          {t('suggestion.probability', { percent: percentOf(suggestion.probability) })}
        </Defined>
      </p>
      {kinds.length > 0 && <Alert type="warning" showIcon title={t('suggestion.conflict', { kinds: kinds.join(' / ') })} />}
      <div className={styles.scroll}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t('suggestion.field')}</th>
              <th scope="col"><Who side={suggestion.left} /></th>
              <th scope="col"><Who side={suggestion.right} /></th>
              <th scope="col">{t('suggestion.evidence')}</th>
            </tr>
          </thead>
          <tbody>
            {compared(suggestion, t, format).map(({ key, left, right, evidence }) => {
              // Masked values may look the same and not be; those that are written differently may be the same.
              const differs = evidence != null && evidence.likeness !== 'same'
              return (
                <tr key={key} className={differs ? styles.differs : undefined}>
                  <th scope="row">{t(`suggestion.fields.${key}`)}</th>
                  <Value text={left} differs={differs} />
                  <Value text={right} differs={differs} />
                  <td className={styles.evidence}>{evidence !== null && (left || right) && <EvidenceBar evidence={evidence} />}</td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
      {suggestion.decidedBy && suggestion.decidedAt && (
        <p className="ww-muted">{t('suggestion.decided', { by: suggestion.decidedBy, at: format.time(suggestion.decidedAt) })}</p>
      )}
    </div>
  )
}

function Value({ text, differs }: { text: string; differs: boolean }) {
  const { t } = useTranslation()
  if (!text) return <td className="ww-muted">{t('suggestion.unknown')}</td>
  return <td>{differs ? <mark className={styles.mark}>{text}</mark> : text}</td>
}

function Who({ side }: { side: SuggestionSide }) {
  const { t } = useTranslation()
  const path = useBrandPath()
  if (!side.firstSeenAt) return <span title={t('suggestion.gone')}>{t('suggestion.unnamed', { no: side.customerNo })}</span>
  return <Link to={path(`/customers/${side.customerNo}`)}>{t('suggestion.unnamed', { no: side.customerNo })}</Link>
}

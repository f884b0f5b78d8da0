import { useTranslation } from 'react-i18next'
import { hitId, HITS } from './hitId'
import type { HitGroup } from './useSearch'
import styles from './SearchResults.module.css'

interface Props {
  q: string
  groups: HitGroup[]
  busy: boolean
  chosen: string | undefined
  onOpen: (to: string) => void
}

export function SearchResults({ q, groups, busy, chosen, onOpen }: Props) {
  const { t } = useTranslation()
  if (groups.length === 0 && q && !busy) {
    return (
      <div className={styles.nothing}>
        <p>{t('search.nothing', { q })}</p>
        <p className="ww-muted ww-small">{t('search.nothingHint')}</p>
      </div>
    )
  }
  return (
    <div className={styles.results} id={HITS} role="listbox" aria-label={t('top.searchLabel')} aria-busy={busy}>
      {groups.map(({ key, hits }) => (
        <div key={key} role="group" aria-label={t(`search.${key}`)}>
          <div className={styles.group}>{t(`search.${key}`)}</div>
          {hits.map((hit) => (
            <button
              type="button"
              key={hit.to}
              id={hitId(hit)}
              ref={hit.to === chosen ? intoView : undefined}
              tabIndex={-1}
              role="option"
              aria-selected={hit.to === chosen}
              className={styles.hit}
              onClick={() => onOpen(hit.to)}
            >
              <span>{hit.title}</span>
              {hit.note && <span className={styles.note}>{hit.note}</span>}
            </button>
          ))}
        </div>
      ))}
    </div>
  )
}

/** What the arrows choose may lie below the fold. */
function intoView(hit: HTMLElement | null) {
  hit?.scrollIntoView({ block: 'nearest' })
}

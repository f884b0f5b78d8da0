import { App, Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { IdentitySuggestion } from '@/client'
import { Panel } from '@/shared/components/Panel'
import { keyOf } from '../api/evidence'
import { useDecisions, type Decision } from '../api/useDecisions'
import { useReviewKeys } from '../api/useReviewKeys'
import { SuggestionDetail } from './SuggestionDetail'
import { SuggestionQueue } from './SuggestionQueue'
import styles from './SuggestionReview.module.css'

interface Props {
  suggestions: IdentitySuggestion[]
  pair: string | undefined
  onPair: (pair: string | null) => void
}

/** The queue beside the pair that is looked at. */
export function SuggestionReview({ suggestions, pair, onPair }: Props) {
  const { t } = useTranslation()
  const { modal } = App.useApp()
  const at = Math.max(0, suggestions.findIndex((suggestion) => keyOf(suggestion) === pair))
  const chosen = suggestions[at]
  const go = (to: number) => suggestions[to] && onPair(keyOf(suggestions[to]))
  const decisions = useDecisions(() => onPair(suggestions[at + 1] ? keyOf(suggestions[at + 1]) : null))
  const open = chosen.state === 'open' && !decisions.isPending

  function decide(how: Decision) {
    const carryOut = () => decisions.mutate({ how, suggestion: chosen })
    if (how === 'accept' && chosen.conflicts.length > 0) {
      modal.confirm({ title: t('suggestion.acceptTitle'), content: t('suggestion.undo'), okText: t('suggestion.accept'), onOk: carryOut })
    } else carryOut()
  }

  useReviewKeys({
    move: (by) => go(at + by),
    accept: () => open && decide('accept'),
    reject: () => open && decide('reject'),
  })

  return (
    <div className={styles.review}>
      <Panel flush>
        <SuggestionQueue suggestions={suggestions} chosen={keyOf(chosen)} onChoose={onPair} />
      </Panel>
      <Panel label={t('suggestion.place', { n: at + 1 })}>
        <SuggestionDetail suggestion={chosen} />
        <footer className={styles.actions}>
          {chosen.state === 'open' && (
            <>
              <Button type="primary" loading={decisions.isPending} onClick={() => decide('accept')} aria-keyshortcuts="a">
                {t('suggestion.accept')} <kbd className={styles.key}>{t('suggestion.acceptKey')}</kbd>
              </Button>
              <Button disabled={decisions.isPending} onClick={() => decide('reject')} aria-keyshortcuts="r">
                {t('suggestion.reject')} <kbd className={styles.key}>{t('suggestion.rejectKey')}</kbd>
              </Button>
            </>
          )}
          {chosen.state === 'rejected' && <Button onClick={() => decide('reopen')}>{t('suggestion.reopen')}</Button>}
          <span className={styles.walk}>
            <Button size="small" disabled={at === 0} onClick={() => go(at - 1)}>{t('suggestion.previous')}</Button>
            <Button size="small" disabled={at === suggestions.length - 1} onClick={() => go(at + 1)}>{t('suggestion.next')}</Button>
          </span>
        </footer>
        {chosen.state === 'open' && (
          <p className={styles.note}>
            {t('suggestion.undo')} <span className={styles.keys}>{t('suggestion.keys')}</span>
          </p>
        )}
      </Panel>
    </div>
  )
}

import { SearchOutlined } from '@ant-design/icons'
import { Input, Modal } from 'antd'
import { useEffect, useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { useDebounced } from '@/shared/hooks/useDebounced'
import { hitId, HITS } from './hitId'
import { SearchResults } from './SearchResults'
import { useSearch } from './useSearch'
import styles from './TopBar.module.css'

export function GlobalSearch() {
  const { t } = useTranslation()
  const [open, setOpen] = useState(false)

  useEffect(() => {
    function onKey(event: globalThis.KeyboardEvent) {
      if ((event.metaKey || event.ctrlKey) && event.key.toLowerCase() === 'k') {
        event.preventDefault()
        setOpen(true)
      }
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])

  return (
    <>
      <button type="button" className={styles.search} aria-label={t('top.searchLabel')} onClick={() => setOpen(true)}>
        <SearchOutlined />
        <span className={styles.searchWords}>{t('top.search')}</span>
        <kbd>⌘K</kbd>
      </button>
      <Modal open={open} onCancel={() => setOpen(false)} footer={null} closable={false} destroyOnHidden width={620} style={{ top: 90 }}>
        <SearchPanel onClose={() => setOpen(false)} />
      </Modal>
    </>
  )
}

function SearchPanel({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const [q, setQ] = useState('')
  const [chosen, setChosen] = useState(0)
  const { groups, busy } = useSearch(useDebounced(q.trim(), 200))
  const hits = groups.flatMap((group) => group.hits)

  function open(to: string) {
    onClose()
    void navigate(to)
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === 'ArrowDown') setChosen(Math.min(chosen + 1, hits.length - 1))
    else if (event.key === 'ArrowUp') setChosen(Math.max(chosen - 1, 0))
    else if (event.key === 'Enter' && hits[chosen]) open(hits[chosen].to)
    else return
    event.preventDefault()
  }

  return (
    <div onKeyDown={onKeyDown}>
      <Input
        autoFocus
        size="large"
        variant="borderless"
        prefix={<SearchOutlined />}
        placeholder={t('search.placeholder')}
        aria-label={t('top.searchLabel')}
        role="combobox"
        aria-expanded={hits.length > 0}
        aria-controls={HITS}
        aria-activedescendant={hits[chosen] && hitId(hits[chosen])}
        value={q}
        onChange={(event) => {
          setQ(event.target.value)
          setChosen(0)
        }}
      />
      <SearchResults q={q.trim()} groups={groups} busy={busy} chosen={hits[chosen]?.to} onOpen={open} />
      <p className="ww-muted ww-small" style={{ margin: '12px 0 0' }}>
        {t('search.hint')}
      </p>
    </div>
  )
}

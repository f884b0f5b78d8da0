import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, App, Button, Drawer, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { discardQuarantined, replayQuarantined, type OpenedEvent, type ReplayResult } from '@/client'
import { getQuarantinedOptions } from '@/client/@tanstack/react-query.gen'
import { useBrand } from '@/shared/brand/BrandContext'
import { Loaded } from '@/shared/components/Loaded'
import { StateTag } from '@/shared/components/StateTag'
import { useFormat } from '@/shared/hooks/useFormat'
import { useReport } from '@/shared/hooks/useReport'
import { isJson, readable } from '../api/jsonText'
import styles from './QuarantineDrawer.module.css'

interface Props {
  id: number
  onClose: () => void
}

/** One event in quarantine: looked at, corrected, replayed, discarded. */
export function QuarantineDrawer({ id, onClose }: Props) {
  const { t } = useTranslation()
  const { id: brand } = useBrand()
  const [personal, setPersonal] = useState(false)
  const [editing, setEditing] = useState(false)
  // Every look is audited, so none happens by itself; and what was looked at is not kept.
  const opened = useQuery({
    ...getQuarantinedOptions({ path: { brand, id }, query: { personal } }),
    staleTime: Infinity,
    gcTime: 0,
    refetchOnWindowFocus: false,
  })
  return (
    <Drawer open size={720} title={opened.data?.event.name ?? t('quarantine.title')} onClose={onClose} styles={{ wrapper: { maxWidth: '100vw' } }}>
      <Loaded query={opened}>
        {(data) => (
          <Opened
            key={String(data.personal)}
            opened={data}
            editing={editing && data.personal}
            onReveal={() => setPersonal(true)}
            onEdit={() => {
              setPersonal(true)
              setEditing(true)
            }}
            onClose={onClose}
          />
        )}
      </Loaded>
    </Drawer>
  )
}

interface OpenedProps {
  opened: OpenedEvent
  editing: boolean
  onReveal: () => void
  onEdit: () => void
  onClose: () => void
}

function Opened({ opened, editing, onReveal, onEdit, onClose }: OpenedProps) {
  const { t } = useTranslation()
  const { id: brand } = useBrand()
  const { modal } = App.useApp()
  const format = useFormat()
  const report = useReport()
  const queries = useQueryClient()
  const { event, body, envelope, personal } = opened
  const [text, setText] = useState(() => readable(body ?? ''))
  const [refused, setRefused] = useState<ReplayResult | null>(null)
  const replay = useMutation({
    mutationFn: () => replayQuarantined({ path: { brand, id: event.id }, body: { body: editing ? text : null } }),
    onSuccess: ({ data }) => {
      void queries.invalidateQueries({ predicate: ({ queryKey }) => !JSON.stringify(queryKey).includes('getQuarantined') })
      if (data.outcome === 'refused') return setRefused(data)
      report.done([t(`quarantine.outcomes.${data.outcome}`), data.left > 0 && t('quarantine.left', { n: format.exact(data.left) })].filter(Boolean).join(' · '))
      onClose()
    },
    onError: report.refused,
  })
  const discard = useMutation({
    mutationFn: () => discardQuarantined({ path: { brand, id: event.id } }),
    onSuccess: () => {
      void queries.invalidateQueries({ predicate: ({ queryKey }) => !JSON.stringify(queryKey).includes('getQuarantined') })
      report.done(t('quarantine.discarded'))
      onClose()
    },
    onError: report.refused,
  })
  const isOpen = event.state === 'open'
  const wellFormed = isJson(text)
  return (
    <div className="ww-stack">
      <dl className={styles.facts}>
        <dt>{t('quarantine.reason')}</dt>
        <dd>{refused?.event.detail ?? event.detail}</dd>
        <dt>{t('quarantine.source')}</dt>
        <dd>{event.source}</dd>
        <dt>{t('quarantine.times')}</dt>
        <dd>{t('quarantine.timesOf', { n: format.exact(event.times) })}</dd>
        <dt>{t('quarantine.first')}</dt>
        <dd>{format.time(event.firstAt)}</dd>
        <dt>{t('quarantine.last')}</dt>
        <dd>{format.time(event.lastAt)}</dd>
        <dt>{t('common.state')}</dt>
        <dd>
          <StateTag tone={isOpen ? 'sun' : 'calm'}>{t(`quarantine.states.${event.state}`)}</StateTag>
        </dd>
      </dl>
      {refused && <Alert type="error" showIcon title={t('quarantine.outcomes.refused', { detail: refused.event.detail })} />}
      {body === null && <Alert type="info" showIcon title={isOpen ? t('quarantine.withheld') : t('quarantine.gone')} />}
      {body !== null && (
        <section>
          <h3 className={styles.heading}>{event.corrected ? t('quarantine.bodyCorrected') : t('quarantine.body')}</h3>
          <p className="ww-muted ww-small">{personal ? t('quarantine.shown') : t('quarantine.masked')}</p>
          {editing ? (
            <>
              <Input.TextArea
                aria-label={t('quarantine.body')}
                className={styles.code}
                autoSize={{ minRows: 8, maxRows: 24 }}
                value={text}
                status={wellFormed ? undefined : 'error'}
                onChange={({ target }) => setText(target.value)}
              />
              {!wellFormed && <p className={styles.fault}>{t('quarantine.notJson')}</p>}
            </>
          ) : (
            <pre className={styles.text}>{text}</pre>
          )}
          {envelope && (
            <>
              <p className="ww-muted ww-small">{t('quarantine.envelope')}</p>
              <pre className={styles.text}>{readable(envelope)}</pre>
            </>
          )}
        </section>
      )}
      {isOpen && (
        <div className="ww-row">
          <Button type="primary" loading={replay.isPending} disabled={editing && !wellFormed} onClick={() => replay.mutate()}>
            {editing ? t('quarantine.replayCorrected') : t('quarantine.replay')}
          </Button>
          {!editing && <Button onClick={onEdit}>{t('quarantine.correct')}</Button>}
          {!personal && <Button onClick={onReveal}>{t('quarantine.reveal')}</Button>}
          <Button
            danger
            onClick={() =>
              void modal.confirm({
                title: t('quarantine.discardTitle'),
                content: t('quarantine.discardText'),
                okText: t('quarantine.discard'),
                okButtonProps: { danger: true },
                onOk: () => discard.mutateAsync().catch(() => undefined),
              })
            }
          >
            {t('quarantine.discard')}
          </Button>
        </div>
      )}
    </div>
  )
}

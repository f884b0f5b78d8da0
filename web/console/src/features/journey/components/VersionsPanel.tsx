import { useQuery } from '@tanstack/react-query'
import { Button, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Journey, JourneyDefinition, JourneyVersion } from '@/client'
import { listJourneyVersionsOptions } from '@/client/@tanstack/react-query.gen'
import { useBrand } from '@/shared/brand/BrandContext'
import { EmptyState } from '@/shared/components/EmptyState'
import { Loaded } from '@/shared/components/Loaded'
import { Panel } from '@/shared/components/Panel'
import { useFormat } from '@/shared/hooks/useFormat'
import { useNarrow } from '@/shared/hooks/useNarrow'
import { useReport } from '@/shared/hooks/useReport'
import { nodeOf } from '@/shared/journey/graph'
import { useExitWords, useStepWords } from '@/shared/journey/useStepWords'
import { differenceOf, type NodeChange } from '../api/diff'
import { Canvas } from './Canvas'
import styles from './Versions.module.css'

interface Props {
  journey: Journey
  draft: JourneyDefinition
  onRestore: (definition: JourneyDefinition) => void
}

/** What was published, and what two versions have different. */
export function VersionsPanel({ journey, draft, onRestore }: Props) {
  const { t } = useTranslation()
  const { id: brand } = useBrand()
  const versions = useQuery(listJourneyVersionsOptions({ path: { brand, id: journey.id } }))
  return (
    <Loaded query={versions}>
      {(list) =>
        list.length === 0 ? (
          <Panel>
            <EmptyState title={t('journeyOutcome.versions.none')} text={t('journeyOutcome.versions.noneText')} />
          </Panel>
        ) : (
          <Versions versions={list} draft={draft} onRestore={onRestore} />
        )
      }
    </Loaded>
  )
}

const DRAFT = 0

function Versions({ versions, draft, onRestore }: { versions: JourneyVersion[]; draft: JourneyDefinition; onRestore: Props['onRestore'] }) {
  const { t } = useTranslation()
  const format = useFormat()
  const report = useReport()
  const narrow = useNarrow()
  const [now, setNow] = useState(DRAFT)
  const [before, setBefore] = useState(versions[0].version)
  const name = (version: number) => (version === DRAFT ? t('journeyOutcome.versions.draft') : t('journey.list.version', { n: version }))
  const definition = (version: number) => versions.find((one) => one.version === version)?.definition ?? draft
  const options = [DRAFT, ...versions.map(({ version }) => version)].map((value) => ({ value, label: name(value) }))
  const difference = differenceOf(definition(before), definition(now))
  const same = difference.nodes.length === 0 && difference.parts.length === 0
  return (
    <div className="ww-stack">
      <Panel flush>
        <ul className={styles.versions}>
          {versions.map(({ version, publishedAt, publishedBy, inside, definition: published }) => (
            <li key={version}>
              <strong>{name(version)}</strong>
              <span className="ww-muted ww-small">
                {format.time(publishedAt)} · {publishedBy} · {t('journeyOutcome.versions.inside', { n: format.exact(inside) })}
              </span>
              <Button
                size="small"
                onClick={() => {
                  onRestore(published)
                  report.done(t('journeyOutcome.versions.restored', { n: version }))
                }}
              >
                {t('journeyOutcome.versions.restore')}
              </Button>
            </li>
          ))}
        </ul>
      </Panel>
      <Panel
        title={t('journeyOutcome.versions.compare')}
        extra={
          <span className="ww-row">
            <Select aria-label={t('journeyOutcome.versions.compare')} value={now} options={options} onChange={setNow} />
            {t('journeyOutcome.versions.with')}
            <Select aria-label={t('journeyOutcome.versions.with')} value={before} options={options} onChange={setBefore} />
          </span>
        }
      >
        {same ? (
          <p className="ww-muted">{t('journeyOutcome.versions.same')}</p>
        ) : (
          <ul className={styles.changes} data-testid="journey-difference">
            {difference.parts.map((part) => (
              <li key={part} className={styles.changed}>
                {t(`journeyOutcome.versions.parts.${part}`)}
              </li>
            ))}
            {difference.nodes.map((change) => (
              <ChangeLine key={`${change.change}${(change.now ?? change.before)?.id}`} change={change} journey={definition(now)} />
            ))}
          </ul>
        )}
      </Panel>
      {!narrow && !same && (
        <Canvas
          key={`${now} ${before}`}
          journey={definition(now)}
          marks={new Map(difference.nodes.flatMap(({ change, now: node }) => (node ? [[node.id, change]] : [])))}
        />
      )}
    </div>
  )
}

function ChangeLine({ change, journey }: { change: NodeChange; journey: JourneyDefinition }) {
  const { t } = useTranslation()
  const words = useStepWords()
  const exitWords = useExitWords()
  const node = change.now ?? change.before
  if (!node) return null
  const leads = (exit: string) => {
    const target = nodeOf(journey, node.exits[exit] ?? '')
    return t('journeyOutcome.versions.exit', { exit: exitWords(exit), words: target ? words(target.step) : t('journeyOutcome.versions.nowhere') })
  }
  const before = change.change === 'changed' && change.before && change.step ? words(change.before.step) : null
  return (
    <li className={styles[change.change]}>
      <span className={styles.mark}>{t(`journeyOutcome.versions.${change.change}`)}</span> {words(node.step)}
      {before !== null && before !== words(node.step) && <div className="ww-muted ww-small">{t('journeyOutcome.versions.was', { words: before })}</div>}
      {change.exits.map((exit) => (
        <div key={exit} className="ww-muted ww-small">
          {leads(exit)}
        </div>
      ))}
    </li>
  )
}

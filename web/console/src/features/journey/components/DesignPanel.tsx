import { RedoOutlined, UndoOutlined } from '@ant-design/icons'
import { Button, Drawer, Segmented, Tooltip } from 'antd'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { JourneyCounts, JourneyDefinition } from '@/client'
import { Panel } from '@/shared/components/Panel'
import { ProblemView } from '@/shared/components/ProblemView'
import { useNarrow } from '@/shared/hooks/useNarrow'
import { useUrlFilters } from '@/shared/hooks/useUrlFilters'
import { insertAt, nodeOf, placeAfter, withPositions, type Place, type StepKind } from '@/shared/journey/graph'
import { numbersOf, versionsIn } from '../api/numbers'
import { useUndoKeys, type useHistory } from '../api/useHistory'
import type { Judgement } from '../api/useJudged'
import { Canvas } from './Canvas'
import { CountsLegend } from './CountsLegend'
import { Outline } from './Outline'
import { Palette } from './Palette'
import { StepPanel } from './StepPanel'
import styles from './DesignPanel.module.css'

interface Props {
  id: string
  history: ReturnType<typeof useHistory<JourneyDefinition>>
  judged: Judgement
  counts: JourneyCounts | undefined
  /** The version that runs. */
  version: number | null
  selected: string | null
  onSelect: (id: string | null) => void
}

const FILTERS = ['view', 'counts'] as const

/** Where a journey is drawn: as a canvas with a palette, or as a list. */
export function DesignPanel({ id, history, judged, counts, version, selected, onSelect }: Props) {
  const { t } = useTranslation()
  const narrow = useNarrow()
  const { filters, set } = useUrlFilters(FILTERS)
  const { now, edit, undo, redo } = history
  useUndoKeys(undo, redo)
  const asList = narrow || filters.view === 'list'
  const chosen = selected !== null && (selected.startsWith('@') || nodeOf(now, selected)) ? selected : null
  const versions = versionsIn(counts)
  const several = versions.some((one) => one !== version)
  const current = several && filters.counts === 'current'
  const numbers = useMemo(() => numbersOf(counts, current ? version : null), [counts, current, version])
  const standing = { faults: judged.faults, reading: judged.reading, numbers }

  function changed(next: JourneyDefinition, choose?: string | null) {
    edit(next)
    if (choose !== undefined) onSelect(choose)
  }
  function add(kind: StepKind, place: Place = placeAfter(now, chosen?.startsWith('@') && chosen !== '@trigger' ? null : chosen)) {
    const inserted = insertAt(now, place, kind)
    changed(inserted.journey, inserted.id)
  }

  const panel = chosen && (
    <StepPanel journey={now} selected={chosen} faults={judged.faults.get(chosen) ?? []} numbers={numbers.get(chosen)} itself={id} onChange={edit} onSelect={onSelect} />
  )
  const title = chosen && titleOf(chosen)

  function titleOf(of: string): string {
    if (of === '@trigger') return t('journey.canvas.trigger')
    if (of === '@goal') return t('journey.canvas.goal')
    if (of === '@rules') return t('journey.canvas.rules')
    const node = nodeOf(now, of)
    return node ? t(`journeyStep.kinds.${node.step.type}`) : ''
  }

  return (
    <div className={asList ? styles.list : styles.design}>
      {!asList && <Palette onAdd={add} />}
      <div className={styles.middle}>
        <div className={styles.tools}>
          <Tooltip title={t('journey.canvas.undo')}>
            <Button icon={<UndoOutlined />} aria-label={t('journey.canvas.undo')} disabled={!history.mayUndo} onClick={undo} />
          </Tooltip>
          <Tooltip title={t('journey.canvas.redo')}>
            <Button icon={<RedoOutlined />} aria-label={t('journey.canvas.redo')} disabled={!history.mayRedo} onClick={redo} />
          </Tooltip>
          {!asList && <Button onClick={() => changed(withPositions(now, null))}>{t('journey.canvas.tidy')}</Button>}
          {!narrow && (
            <Segmented
              aria-label={t('journey.canvas.view')}
              value={asList ? 'list' : 'canvas'}
              options={(['canvas', 'list'] as const).map((value) => ({ value, label: t(`journey.canvas.${value}`) }))}
              onChange={(view) => set({ view: view === 'list' ? 'list' : null })}
            />
          )}
          <span className="ww-muted ww-small" role="status" data-testid="judgement">
            {judged.behind ? t('journey.canvas.checking') : judged.count ? t('journey.canvas.faults', { n: judged.count }) : judged.count === 0 ? t('journey.canvas.sound') : ''}
          </span>
        </div>
        {judged.error !== null && <ProblemView error={judged.error} compact />}
        {versions.length > 0 && (
          <CountsLegend goal={now.goal !== null} version={several ? version : null} current={current} onCurrent={(only) => set({ counts: only ? 'current' : null })} />
        )}
        {asList ? (
          <Outline journey={now} standing={standing} selected={chosen} onSelect={onSelect} onAdd={(place, kind) => add(kind, place)} />
        ) : (
          <>
            <Canvas journey={now} standing={standing} selected={chosen} onSelect={onSelect} onChange={changed} />
            <p className="ww-muted ww-small">{t('journey.canvas.keys')}</p>
          </>
        )}
      </div>
      {narrow ? (
        <Drawer placement="bottom" size="80%" open={chosen !== null} title={title} onClose={() => onSelect(null)}>
          {panel}
        </Drawer>
      ) : (
        <Panel title={title ?? t('journey.canvas.choose')} className={styles.side}>
          {panel}
        </Panel>
      )}
    </div>
  )
}

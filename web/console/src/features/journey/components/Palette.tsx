import { Tooltip } from 'antd'
import { useTranslation } from 'react-i18next'
import { STEP_KINDS, type StepKind } from '@/shared/journey/graph'
import { DRAGGED } from './dragged'
import { STEP_ICONS } from './stepIcons'
import styles from './Palette.module.css'

/** The steps there are: a click adds one after the chosen step, a drag puts it where it is dropped. */
export function Palette({ onAdd }: { onAdd: (kind: StepKind) => void }) {
  const { t } = useTranslation()
  return (
    <div className={styles.palette} role="toolbar" aria-label={t('journey.canvas.palette')}>
      {STEP_KINDS.map((kind) => {
        const Icon = STEP_ICONS[kind]
        return (
          <Tooltip key={kind} title={t(`journeyStep.hints.${kind}`)} placement="right">
            <div
              role="button"
              tabIndex={0}
              draggable
              className={styles.kind}
              data-testid={`add-${kind}`}
              onClick={() => onAdd(kind)}
              onKeyDown={(event) => {
                if (event.key !== 'Enter' && event.key !== ' ') return
                event.preventDefault()
                onAdd(kind)
              }}
              onDragStart={(event) => {
                event.dataTransfer.setData(DRAGGED, kind)
                event.dataTransfer.effectAllowed = 'copy'
              }}
            >
              <Icon aria-hidden="true" />
              {t(`journeyStep.kinds.${kind}`)}
            </div>
          </Tooltip>
        )
      })}
      <p className="ww-muted ww-small">{t('journey.canvas.paletteHint')}</p>
    </div>
  )
}

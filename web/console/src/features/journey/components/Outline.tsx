import { PlusOutlined, WarningFilled } from '@ant-design/icons'
import { Button, Dropdown } from 'antd'
import { useTranslation } from 'react-i18next'
import type { JourneyDefinition } from '@/client'
import { useFormat } from '@/shared/hooks/useFormat'
import { exitsOf, nodeOf, STEP_KINDS, targetOf, walk, type Place, type StepKind } from '@/shared/journey/graph'
import { useExitWords, useStepWords } from '@/shared/journey/useStepWords'
import { NodeFigures } from './NodeFigures'
import { STEP_ICONS } from './stepIcons'
import { useFlowNodes, type Standing } from './useFlowNodes'
import styles from './Outline.module.css'

const NOWHERE = new Map()

interface Props {
  journey: JourneyDefinition
  standing?: Standing
  selected?: string | null
  onSelect?: (id: string) => void
  /** Left out where the journey is only looked at. */
  onAdd?: (place: Place, kind: StepKind) => void
}

/** The same journey as a list, for small screens and for who would rather read. */
export function Outline({ journey, standing, selected = null, onSelect, onAdd }: Props) {
  const { t } = useTranslation()
  const format = useFormat()
  const words = useStepWords()
  const exitWords = useExitWords()
  const order = walk(journey)
  const number = new Map(order.map(({ id }, index) => [id, index + 1]))
  const boxes = useFlowNodes(journey, NOWHERE, selected, standing, undefined)
  return (
    <ol className={styles.outline} data-testid="journey-outline">
      {[...boxes]
        .sort((a, b) => (number.get(a.id) ?? 0) - (number.get(b.id) ?? 0))
        .map(({ id, data }) => {
          const node = nodeOf(journey, id)
          const Icon = node && STEP_ICONS[node.step.type]
          return (
            <li key={id} className={`${styles.item} ${selected === id ? styles.selected : ''} ${data.faults.length > 0 ? styles.wrong : ''}`}>
              <button type="button" className={styles.row} disabled={!onSelect} onClick={() => onSelect?.(id)} data-testid={`outline-${id}`}>
                {node && <span className={styles.number}>{number.get(id)}</span>}
                {Icon && <Icon aria-hidden="true" />}
                <span className={styles.words}>
                  <span className="ww-muted ww-small">{data.title}</span>
                  {data.words !== data.title && <span>{data.words}</span>}
                  {data.faults.map((fault) => (
                    <span key={fault} className={styles.fault}>
                      <WarningFilled aria-hidden="true" /> {fault}
                    </span>
                  ))}
                </span>
              </button>
              {data.numbers && (
                <div className={styles.figures}>
                  <NodeFigures full numbers={data.numbers} goal={data.goal} />
                </div>
              )}
              {(node ? exitsOf(node.step) : id === '@trigger' ? ['next'] : []).map((exit) => {
                const target = targetOf(journey, { node: id, exit })
                const next = target ? nodeOf(journey, target) : undefined
                return (
                  <div key={exit} className={styles.exit}>
                    <span>
                      {exitWords(exit)}
                      {data.numbers?.passed[exit] ? ` ${format.count(data.numbers.passed[exit])}` : ''} → {next && target ? `${number.get(target)}. ${words(next.step)}` : t('journey.canvas.openExit')}
                    </span>
                    {onAdd && (
                      <Dropdown
                        trigger={['click']}
                        menu={{ items: STEP_KINDS.map((kind) => ({ key: kind, label: t(`journeyStep.kinds.${kind}`), onClick: () => onAdd({ node: id, exit }, kind) })) }}
                      >
                        <Button type="text" size="small" icon={<PlusOutlined />} aria-label={`${t('journey.canvas.addHere')} · ${exitWords(exit)}`} />
                      </Dropdown>
                    )}
                  </div>
                )
              })}
            </li>
          )
        })}
    </ol>
  )
}

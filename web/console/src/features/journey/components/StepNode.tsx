import { AimOutlined, FlagOutlined, RollbackOutlined, WarningFilled } from '@ant-design/icons'
import { Handle, Position, type NodeProps } from '@xyflow/react'
import { Tooltip } from 'antd'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { StepNodeType } from '../api/flow'
import { exitX } from '../api/layout'
import { NodeFigures } from './NodeFigures'
import { STEP_ICONS } from './stepIcons'
import styles from './Canvas.module.css'

const PART_ICONS = { trigger: AimOutlined, goal: FlagOutlined, rules: RollbackOutlined }

/** One box of the canvas: what happens, how many are there now, and what is wrong with it. */
export const StepNode = memo(function StepNode({ data, selected, isConnectable }: NodeProps<StepNodeType>) {
  const { t } = useTranslation()
  const { kind, title, words, numbers, faults, mark, exits } = data
  const part = kind === 'trigger' || kind === 'goal' || kind === 'rules'
  const Icon = part ? PART_ICONS[kind] : STEP_ICONS[kind]
  const tone = [styles.step, part && styles.part, styles[kind], selected && styles.selected, faults.length > 0 && styles.wrong, mark && styles[mark]]
  return (
    <div className={tone.filter(Boolean).join(' ')} data-testid={`step-${kind}`}>
      {data.accepts && <Handle type="target" position={Position.Top} isConnectable={isConnectable} className={styles.handle} />}
      <div className={styles.head}>
        <Icon aria-hidden="true" />
        <span className={styles.kind}>{title}</span>
        {mark && mark !== 'passed' && mark !== 'here' && <span className={styles.mark}>{t(`journeyOutcome.versions.${mark}`)}</span>}
        {faults.length > 0 && (
          <Tooltip title={faults.join(' ')}>
            <WarningFilled className={styles.fault} data-testid="step-fault" aria-label={faults.join(' ')} />
          </Tooltip>
        )}
      </div>
      <div className={styles.words}>{words}</div>
      {numbers && (
        <div className={styles.counts}>
          <NodeFigures numbers={numbers} goal={data.goal} />
        </div>
      )}
      {exits.map(({ name, open }, index) => (
        <Handle
          key={name}
          id={name}
          type="source"
          position={Position.Bottom}
          isConnectable={isConnectable}
          className={`${styles.handle} ${open ? styles.open : ''}`}
          style={{ left: exitX(index, exits.length) }}
        />
      ))}
    </div>
  )
})

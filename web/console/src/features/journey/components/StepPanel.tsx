import { DeleteOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { JourneyDefinition, JourneyFaultPlace } from '@/client'
import { useText } from '@/shared/hooks/useLanguage'
import { exitsOf, nodeOf, TRIGGER, withoutNode, withStep } from '@/shared/journey/graph'
import type { NodeNumbers } from '../api/numbers'
import { ExitFields } from './ExitFields'
import { GoalForm } from './GoalForm'
import { NumbersTable } from './NumbersTable'
import { RulesForm } from './RulesForm'
import { StepForm } from './StepForm'
import { TriggerForm } from './TriggerForm'
import styles from './StepPanel.module.css'

interface Props {
  journey: JourneyDefinition
  selected: string
  faults: JourneyFaultPlace[]
  numbers?: NodeNumbers
  itself?: string
  onChange: (next: JourneyDefinition, about: string | null) => void
  onSelect: (id: string | null) => void
}

/** What can be said of the chosen step, or of who comes in, the goal and the rules. */
export function StepPanel({ journey, selected, faults, numbers, itself, onChange, onSelect }: Props) {
  const node = nodeOf(journey, selected)
  const text = useText()
  return (
    // What is pressed here must not remove the step on the canvas.
    <div className={`${styles.panel} nokey`} data-testid="step-panel">
      {faults.length > 0 && (
        <ul className={styles.faults} role="alert">
          {faults.map((fault) => (
            <li key={fault.pointer + fault.detail.en}>{text(fault.detail)}</li>
          ))}
        </ul>
      )}
      {node && <NumbersTable numbers={numbers} exits={exitsOf(node.step)} goal={journey.goal !== null} />}
      <Content key={selected} journey={journey} selected={selected} itself={itself} onChange={onChange} onSelect={onSelect} />
    </div>
  )
}

function Content({ journey, selected, itself, onChange, onSelect }: Omit<Props, 'faults' | 'numbers'>) {
  const { t } = useTranslation()
  const about = (field: string) => `${selected}:${field}`
  if (selected === TRIGGER) {
    return (
      <>
        <TriggerForm trigger={journey.trigger} onChange={(trigger, field) => onChange({ ...journey, trigger }, about(field))} />
        <ExitFields journey={journey} places={[{ node: TRIGGER, exit: 'next' }]} label={t('journeyStep.trigger.first')} onChange={(next) => onChange(next, null)} />
      </>
    )
  }
  if (selected === '@goal') return <GoalForm goal={journey.goal} onChange={(goal, field) => onChange({ ...journey, goal }, about(field))} />
  if (selected === '@rules') return <RulesForm journey={journey} onChange={(next, field) => onChange(next, about(field))} />
  const node = nodeOf(journey, selected)
  if (!node) return null
  return (
    <>
      <p className="ww-muted ww-small">{t(`journeyStep.hints.${node.step.type}`)}</p>
      <StepForm step={node.step} itself={itself} onChange={(step, field) => onChange(withStep(journey, node.id, step), about(field))} />
      <ExitFields
        journey={journey}
        places={exitsOf(node.step).map((exit) => ({ node: node.id, exit }))}
        label={t('journeyStep.panel.exits')}
        onChange={(next) => onChange(next, null)}
      />
      <Button
        danger
        type="text"
        icon={<DeleteOutlined />}
        onClick={() => {
          onChange(withoutNode(journey, node.id), null)
          onSelect(null)
        }}
      >
        {t('journeyStep.panel.remove')}
      </Button>
    </>
  )
}

import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Input, InputNumber } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Condition, JourneyBranch, JourneySplit } from '@/client'
import { firstCondition } from '@/shared/builder/unfinished'
import { ConditionEditor } from './ConditionEditor'
import { Field } from './Field'
import styles from './StepPanel.module.css'

const MOST = 10

export function BranchForm({ step, onChange }: { step: JourneyBranch; onChange: (next: JourneyBranch, field: string) => void }) {
  const { t } = useTranslation()
  const { cases } = step
  const put = (index: number, change: Partial<{ exit: string; condition: Condition }>) =>
    onChange({ ...step, cases: cases.map((one, at) => (at === index ? ({ ...one, ...change } as typeof one) : one)) }, `case${index}${Object.keys(change)[0]}`)
  return (
    <Field label={t('journeyStep.panel.cases')}>
      {cases.map(({ exit, condition }, index) => (
        <div key={index} className={styles.case}>
          <div className={styles.line}>
            <Input
              maxLength={40}
              aria-label={t('journeyStep.panel.caseName')}
              placeholder={t('journeyStep.panel.caseName')}
              value={exit}
              onChange={({ target }) => put(index, { exit: target.value })}
            />
            {cases.length > 1 && (
              <Button
                type="text"
                icon={<DeleteOutlined />}
                aria-label={t('journeyStep.panel.removeCase')}
                onClick={() => onChange({ ...step, cases: cases.filter((_, at) => at !== index) }, `less${index}`)}
              />
            )}
          </div>
          <ConditionEditor value={condition} onChange={(next) => put(index, { condition: next })} />
        </div>
      ))}
      {cases.length < MOST && (
        <Button
          icon={<PlusOutlined />}
          onClick={() => onChange({ ...step, cases: [...cases, { exit: free(cases.map(({ exit }) => exit), 'case'), condition: firstCondition() }] }, `more${cases.length}`)}
        >
          {t('journeyStep.panel.addCase')}
        </Button>
      )}
    </Field>
  )
}

export function SplitForm({ step, onChange }: { step: JourneySplit; onChange: (next: JourneySplit, field: string) => void }) {
  const { t } = useTranslation()
  const { arms } = step
  const put = (index: number, change: Partial<JourneySplit['arms'][number]>) =>
    onChange({ ...step, arms: arms.map((one, at) => (at === index ? { ...one, ...change } : one)) }, `arm${index}${Object.keys(change)[0]}`)
  return (
    <Field label={t('journeyStep.panel.arms')}>
      {arms.map(({ exit, weight }, index) => (
        <div key={index} className={styles.line}>
          <Input maxLength={40} aria-label={t('journeyStep.panel.caseName')} value={exit} onChange={({ target }) => put(index, { exit: target.value })} />
          <InputNumber min={1} max={1000} precision={0} aria-label={t('journeyStep.panel.weight')} value={weight} onChange={(next) => put(index, { weight: next ?? 0 })} />
          {arms.length > 2 && (
            <Button
              type="text"
              icon={<DeleteOutlined />}
              aria-label={t('journeyStep.panel.removeArm')}
              onClick={() => onChange({ ...step, arms: arms.filter((_, at) => at !== index) }, `less${index}`)}
            />
          )}
        </div>
      ))}
      {arms.length < MOST && (
        <Button icon={<PlusOutlined />} onClick={() => onChange({ ...step, arms: [...arms, { exit: free(arms.map(({ exit }) => exit), ''), weight: 50 }] }, `more${arms.length}`)}>
          {t('journeyStep.panel.addArm')}
        </Button>
      )}
    </Field>
  )
}

/** A name that is not taken: B, C, …, or case2, case3, … */
function free(taken: string[], stem: string): string {
  for (let number = taken.length; ; number++) {
    const name = stem ? `${stem}${number + 1}` : String.fromCharCode(65 + (number % 26))
    if (!taken.includes(name)) return name
  }
}

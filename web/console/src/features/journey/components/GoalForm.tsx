import { Checkbox, InputNumber, Radio, Switch } from 'antd'
import { useTranslation } from 'react-i18next'
import type { JourneyGoal } from '@/client'
import { firstCondition } from '@/shared/builder/unfinished'
import { ConditionEditor } from './ConditionEditor'
import { EventEditor } from './EventEditor'
import { Field } from './Field'

const FIRST: JourneyGoal = { type: 'event', event: { event: 'Order Completed', where: [] }, withinDays: 30, leave: true }

/** What the journey is for. */
export function GoalForm({ goal, onChange }: { goal: JourneyGoal | null; onChange: (next: JourneyGoal | null, field: string) => void }) {
  const { t } = useTranslation()
  return (
    <>
      <label className="ww-row">
        <Switch checked={goal !== null} aria-label={t('journeyStep.goal.on')} onChange={(on) => onChange(on ? FIRST : null, 'on')} />
        {t('journeyStep.goal.on')}
      </label>
      {goal && (
        <>
          <Field label={t('journeyStep.goal.kind')}>
            <Radio.Group
              aria-label={t('journeyStep.goal.kind')}
              value={goal.type}
              options={(['event', 'condition'] as const).map((value) => ({ value, label: t(`journeyStep.goal.${value}`) }))}
              onChange={({ target }) => onChange(ofKind(target.value as JourneyGoal['type'], goal), 'kind')}
            />
          </Field>
          {goal.type === 'event' ? (
            <EventEditor value={goal.event} onChange={(event) => onChange({ ...goal, event }, 'event')} />
          ) : (
            <ConditionEditor value={goal.condition} onChange={(condition) => onChange({ ...goal, condition }, 'condition')} />
          )}
          <Field label={t('journeyStep.goal.within')} hint={t('journeyStep.goal.hint')}>
            <InputNumber min={1} max={365} precision={0} aria-label={t('journeyStep.goal.within')} value={goal.withinDays} onChange={(days) => onChange({ ...goal, withinDays: days ?? 0 }, 'days')} />
          </Field>
          <Checkbox checked={goal.leave} onChange={({ target }) => onChange({ ...goal, leave: target.checked }, 'leave')}>
            {t('journeyStep.goal.leave')}
          </Checkbox>
        </>
      )}
    </>
  )
}

function ofKind(kind: JourneyGoal['type'], { withinDays, leave }: JourneyGoal): JourneyGoal {
  return kind === 'event' ? { ...FIRST, withinDays, leave } : { type: 'condition', condition: firstCondition(), withinDays, leave }
}

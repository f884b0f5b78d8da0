import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { AutoComplete, Button, InputNumber, Radio, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import type { JourneyDefinition, JourneyExitRule, JourneyReentry } from '@/client'
import { firstCondition } from '@/shared/builder/unfinished'
import { useSegmentEvents } from '@/shared/builder/useSegmentEvents'
import { ConditionEditor } from './ConditionEditor'
import { EventEditor } from './EventEditor'
import { Field } from './Field'
import styles from './StepPanel.module.css'

const MOST = 10
const FRESH: Record<JourneyExitRule['type'], () => JourneyExitRule> = {
  event: () => ({ type: 'event', event: { event: '', where: [] } }),
  condition: () => ({ type: 'condition', condition: firstCondition() }),
}

/** Who leaves on the way, and whether they may come in again. */
export function RulesForm({ journey, onChange }: { journey: JourneyDefinition; onChange: (next: JourneyDefinition, field: string) => void }) {
  const { t } = useTranslation()
  const { exitRules } = journey
  const put = (index: number, rule: JourneyExitRule | null) =>
    onChange({ ...journey, exitRules: exitRules.flatMap((one, at) => (at === index ? (rule ? [rule] : []) : [one])) }, rule ? `rule${index}` : `less${exitRules.length}`)
  return (
    <>
      <Field label={t('journeyStep.rules.title')}>
        {exitRules.map((rule, index) => (
          <div key={index} className={styles.case}>
            <div className={styles.line}>
              <Radio.Group
                value={rule.type}
                options={(['event', 'condition'] as const).map((value) => ({ value, label: t(`journeyStep.rules.${value}`) }))}
                onChange={({ target }) => put(index, FRESH[target.value as JourneyExitRule['type']]())}
              />
              <Button type="text" icon={<DeleteOutlined />} aria-label={t('journeyStep.rules.remove')} onClick={() => put(index, null)} />
            </div>
            {rule.type === 'event' ? (
              <EventEditor value={rule.event} onChange={(event) => put(index, { ...rule, event })} />
            ) : (
              <ConditionEditor value={rule.condition} onChange={(condition) => put(index, { ...rule, condition })} />
            )}
          </div>
        ))}
        {exitRules.length < MOST && (
          <Button icon={<PlusOutlined />} onClick={() => onChange({ ...journey, exitRules: [...exitRules, FRESH.event()] }, `more${exitRules.length}`)}>
            {t('journeyStep.rules.add')}
          </Button>
        )}
      </Field>
      <Reentry journey={journey} onChange={onChange} />
    </>
  )
}

function Reentry({ journey, onChange }: { journey: JourneyDefinition; onChange: (next: JourneyDefinition, field: string) => void }) {
  const { t } = useTranslation()
  const { reentry, trigger } = journey
  const events = useSegmentEvents()
  const put = (next: JourneyReentry, field: string) => onChange({ ...journey, reentry: next }, field)
  const properties = trigger.type === 'event' ? (events.find(({ event }) => event === trigger.event?.event)?.properties ?? []) : []
  return (
    <>
      <Field label={t('journeyStep.rules.reentry')}>
        <Select
          aria-label={t('journeyStep.rules.reentry')}
          value={reentry.rule}
          options={(['never', 'afterExit', 'afterDays', 'always'] as const).map((value) => ({ value, label: t(`journeyStep.rules.reentries.${value}`) }))}
          onChange={(rule) => put({ ...reentry, rule, days: rule === 'afterDays' ? (reentry.days ?? 90) : null }, 'rule')}
        />
      </Field>
      {reentry.rule === 'afterDays' && (
        <Field label={t('journeyStep.rules.days')}>
          <InputNumber min={1} max={1000} precision={0} aria-label={t('journeyStep.rules.days')} value={reentry.days} onChange={(days) => put({ ...reentry, days }, 'days')} />
        </Field>
      )}
      {trigger.type === 'event' && (
        <Field label={t('journeyStep.rules.key')}>
          <AutoComplete
            aria-label={t('journeyStep.rules.key')}
            value={reentry.key ?? undefined}
            options={properties.map(({ property }) => ({ value: property, label: property }))}
            onChange={(key) => put({ ...reentry, key: key || null }, 'key')}
          />
        </Field>
      )}
    </>
  )
}

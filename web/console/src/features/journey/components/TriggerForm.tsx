import { useQuery } from '@tanstack/react-query'
import { AutoComplete, Checkbox, InputNumber, Radio, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import type { JourneyOnDay, JourneyOnSchedule, JourneyTrigger } from '@/client'
import { listSegmentsOptions } from '@/client/@tanstack/react-query.gen'
import { useBrand } from '@/shared/brand/BrandContext'
import { useSegmentFields } from '@/shared/builder/useSegmentFields'
import { useText } from '@/shared/hooks/useLanguage'
import { EventEditor } from './EventEditor'
import { Field } from './Field'
import { TimeField } from './TimeField'
import { WeekdaysField } from './WeekdaysField'

type Kind = JourneyTrigger['type']
interface Props<T extends JourneyTrigger> {
  trigger: T
  onChange: (next: JourneyTrigger, field: string) => void
}

const FRESH: Record<Kind, JourneyTrigger> = {
  event: { type: 'event', event: { event: '', where: [] } },
  segment: { type: 'segment', segment: '', entered: true },
  day: { type: 'day', attribute: 'birthday', everyYear: true, daysBefore: 7, time: '09:30' },
  schedule: { type: 'schedule', segment: '', every: 'week', weekdays: ['fri'], dayOfMonth: null, time: '10:00' },
  request: { type: 'request' },
}

/** Who comes in. */
export function TriggerForm({ trigger, onChange }: Props<JourneyTrigger>) {
  const { t } = useTranslation()
  return (
    <>
      <Field label={t('journeyStep.trigger.kind')}>
        <Select<Kind>
          style={{ width: '100%' }}
          aria-label={t('journeyStep.trigger.kind')}
          value={trigger.type}
          options={(Object.keys(FRESH) as Kind[]).map((value) => ({ value, label: t(`journeyStep.trigger.kinds.${value}`) }))}
          onChange={(kind) => onChange(FRESH[kind], 'kind')}
        />
      </Field>
      <Rest trigger={trigger} onChange={onChange} />
    </>
  )
}

function Rest({ trigger, onChange }: Props<JourneyTrigger>) {
  const { t } = useTranslation()
  switch (trigger.type) {
    case 'event':
      return (
        <Field label={t('journeyStep.trigger.event')}>
          <EventEditor value={trigger.event} onChange={(event) => onChange({ ...trigger, event }, 'event')} />
        </Field>
      )
    case 'segment':
      return (
        <>
          <Field label={t('journeyStep.trigger.segment')}>
            <SegmentSelect value={trigger.segment} onChange={(segment) => onChange({ ...trigger, segment }, 'segment')} />
          </Field>
          <Radio.Group
            value={trigger.entered}
            options={[
              { value: true, label: t('journeyStep.trigger.entered') },
              { value: false, label: t('journeyStep.trigger.left') },
            ]}
            onChange={({ target }) => onChange({ ...trigger, entered: Boolean(target.value) }, 'entered')}
          />
        </>
      )
    case 'day':
      return <DayFields trigger={trigger} onChange={onChange} />
    case 'schedule':
      return <ScheduleFields trigger={trigger} onChange={onChange} />
    case 'request':
      return <p className="ww-muted">{t('journeyStep.trigger.request')}</p>
  }
}

function DayFields({ trigger, onChange }: Props<JourneyOnDay & { type: 'day' }>) {
  const { t } = useTranslation()
  const text = useText()
  const own = useSegmentFields().filter(({ attribute, type }) => type === 'date' && attribute.startsWith('attributes.'))
  return (
    <>
      <Field label={t('journeyStep.trigger.attribute')}>
        <AutoComplete
          aria-label={t('journeyStep.trigger.attribute')}
          value={trigger.attribute}
          options={[
            ...(['birthday', 'memberSince'] as const).map((value) => ({ value: value as string, label: t(`journeyStep.trigger.attributes.${value}`) })),
            ...own.map(({ attribute, label }) => ({ value: attribute, label: text(label) })),
          ]}
          onChange={(attribute) => onChange({ ...trigger, attribute }, 'attribute')}
        />
      </Field>
      <Checkbox checked={trigger.everyYear} onChange={({ target }) => onChange({ ...trigger, everyYear: target.checked }, 'everyYear')}>
        {t('journeyStep.trigger.everyYear')}
      </Checkbox>
      <Field label={t('journeyStep.trigger.daysBefore')}>
        <InputNumber min={-180} max={180} precision={0} aria-label={t('journeyStep.trigger.daysBefore')} value={trigger.daysBefore} onChange={(days) => onChange({ ...trigger, daysBefore: days ?? 0 }, 'days')} />
      </Field>
      <Field label={t('journeyStep.trigger.time')}>
        <TimeField label={t('journeyStep.trigger.time')} value={trigger.time} onChange={(time) => onChange({ ...trigger, time }, 'time')} />
      </Field>
    </>
  )
}

function ScheduleFields({ trigger, onChange }: Props<JourneyOnSchedule & { type: 'schedule' }>) {
  const { t } = useTranslation()
  return (
    <>
      <Field label={t('journeyStep.trigger.segment')}>
        <SegmentSelect value={trigger.segment} onChange={(segment) => onChange({ ...trigger, segment }, 'segment')} />
      </Field>
      <Field label={t('journeyStep.trigger.every')}>
        <Select
          aria-label={t('journeyStep.trigger.every')}
          value={trigger.every}
          options={(['day', 'week', 'month'] as const).map((value) => ({ value, label: t(`journeyStep.trigger.cadences.${value}`) }))}
          onChange={(every) => onChange({ ...trigger, every, weekdays: every === 'week' ? ['fri'] : [], dayOfMonth: every === 'month' ? 1 : null }, 'every')}
        />
      </Field>
      {trigger.every === 'week' && (
        <Field label={t('journeyStep.trigger.weekdays')}>
          <WeekdaysField value={trigger.weekdays} onChange={(weekdays) => onChange({ ...trigger, weekdays }, 'weekdays')} />
        </Field>
      )}
      {trigger.every === 'month' && (
        <Field label={t('journeyStep.trigger.dayOfMonth')}>
          <InputNumber min={1} max={31} precision={0} aria-label={t('journeyStep.trigger.dayOfMonth')} value={trigger.dayOfMonth} onChange={(day) => onChange({ ...trigger, dayOfMonth: day }, 'dayOfMonth')} />
        </Field>
      )}
      <Field label={t('journeyStep.trigger.time')}>
        <TimeField label={t('journeyStep.trigger.time')} value={trigger.time} onChange={(time) => onChange({ ...trigger, time }, 'time')} />
      </Field>
    </>
  )
}

function SegmentSelect({ value, onChange }: { value: string; onChange: (id: string) => void }) {
  const { t } = useTranslation()
  const { id: brand } = useBrand()
  const segments = useQuery({ ...listSegmentsOptions({ path: { brand } }), staleTime: 60_000 }).data ?? []
  return (
    <Select
      showSearch={{ optionFilterProp: 'label' }}
      style={{ width: '100%' }}
      aria-label={t('journeyStep.trigger.segment')}
      value={value || undefined}
      options={segments.map(({ id, name }) => ({ value: id, label: name }))}
      onChange={onChange}
    />
  )
}

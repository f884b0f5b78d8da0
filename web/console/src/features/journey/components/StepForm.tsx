import { useQuery } from '@tanstack/react-query'
import { Input, InputNumber, Radio, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { JourneyChangeTag, JourneyGuideWork, JourneyMessage, JourneyStep } from '@/client'
import { listCouponTemplatesOptions, listJourneysOptions, listTemplatesOptions } from '@/client/@tanstack/react-query.gen'
import { useBrand, useBrandPath } from '@/shared/brand/BrandContext'
import { TagSelect } from '@/shared/tags/TagSelect'
import { TagValueInput } from '@/shared/tags/TagValueInput'
import { useTags } from '@/shared/tags/useTags'
import { BranchForm, SplitForm } from './BranchForm'
import { EventEditor } from './EventEditor'
import { Field } from './Field'
import { SpanFields } from './SpanFields'
import { TimeField } from './TimeField'
import { WeekdaysField } from './WeekdaysField'

interface Props {
  step: JourneyStep
  /** `field` names what was changed, so that typing into it is one change. */
  onChange: (next: JourneyStep, field: string) => void
  /** The journey that is being edited: it cannot enter itself. */
  itself?: string
}

/** What is to be filled in for a step. */
export function StepForm({ step, onChange, itself }: Props) {
  const { t } = useTranslation()
  switch (step.type) {
    case 'delay':
      return (
        <Field label={t('journeyStep.panel.amount')}>
          <SpanFields label={t('journeyStep.panel.amount')} value={step.span} onChange={(span) => onChange({ ...step, span }, 'span')} />
        </Field>
      )
    case 'untilTime':
      return (
        <>
          <Field label={t('journeyStep.panel.time')}>
            <TimeField label={t('journeyStep.panel.time')} value={step.time} onChange={(time) => onChange({ ...step, time }, 'time')} />
          </Field>
          <Field label={t('journeyStep.panel.weekdays')}>
            <WeekdaysField value={step.weekdays ?? []} onChange={(weekdays) => onChange({ ...step, weekdays }, 'weekdays')} />
          </Field>
        </>
      )
    case 'untilEvent':
      return (
        <>
          <Field label={t('journeyStep.panel.event')}>
            <EventEditor value={step.event} onChange={(event) => onChange({ ...step, event }, 'event')} />
          </Field>
          <Field label={t('journeyStep.panel.timeout')}>
            <SpanFields label={t('journeyStep.panel.timeout')} value={step.timeout} onChange={(timeout) => onChange({ ...step, timeout }, 'timeout')} />
          </Field>
        </>
      )
    case 'branch':
      return <BranchForm step={step} onChange={onChange} />
    case 'split':
      return <SplitForm step={step} onChange={onChange} />
    case 'holdout':
      return (
        <Field label={t('journeyStep.panel.percent')}>
          <InputNumber min={0.1} max={50} step={1} suffix="%" aria-label={t('journeyStep.panel.percent')} value={step.percent} onChange={(percent) => onChange({ ...step, percent: percent ?? 0 }, 'percent')} />
        </Field>
      )
    case 'message':
      return <MessageForm step={step} onChange={onChange} />
    case 'tag':
      return <TagForm step={step} onChange={onChange} />
    case 'task':
      return <TaskForm step={step} onChange={onChange} />
    case 'points':
      return (
        <Field label={t('journeyStep.panel.points')} hint={t('journeyStep.panel.pointsHint')}>
          <InputNumber min={1} max={1_000_000} precision={0} aria-label={t('journeyStep.panel.points')} value={step.points} onChange={(points) => onChange({ ...step, points: points ?? 0 }, 'points')} />
        </Field>
      )
    case 'coupon':
      return (
        <Field label={t('journeyStep.panel.coupon')} hint={t('journeyStep.panel.couponHint')}>
          <CouponSelect value={step.template} onChange={(template) => onChange({ ...step, template }, 'template')} />
        </Field>
      )
    case 'webhook':
      return (
        <Field label={t('journeyStep.panel.webhook')}>
          <Input maxLength={100} aria-label={t('journeyStep.panel.webhook')} value={step.name} onChange={({ target }) => onChange({ ...step, name: target.value }, 'name')} />
        </Field>
      )
    case 'enter':
      return (
        <Field label={t('journeyStep.panel.journey')}>
          <JourneySelect value={step.journey} itself={itself} onChange={(journey) => onChange({ ...step, journey }, 'journey')} />
        </Field>
      )
    case 'exit':
      return null
  }
}

function MessageForm({ step, onChange }: { step: JourneyMessage; onChange: (next: JourneyMessage, field: string) => void }) {
  const { t } = useTranslation()
  const { id: brand } = useBrand()
  const path = useBrandPath()
  const templates = useQuery({ ...listTemplatesOptions({ path: { brand } }), staleTime: 60_000 }).data
  return (
    <>
      <Field label={t('journeyStep.panel.template')} hint={templates?.length === 0 && <Link to={path('/templates/new')}>{t('journeyStep.panel.noTemplate')}</Link>}>
        <Select
          showSearch={{ optionFilterProp: 'title' }}
          style={{ width: '100%' }}
          aria-label={t('journeyStep.panel.template')}
          value={step.template || undefined}
          options={(templates ?? []).map(({ id, name, channel }) => ({ value: id, title: name, label: `${name} · ${t(`channel.${channel}`)}` }))}
          onChange={(template) => onChange({ ...step, template }, 'template')}
        />
      </Field>
      <Field label={t('journeyStep.panel.purpose')}>
        <Radio.Group
          aria-label={t('journeyStep.panel.purpose')}
          value={step.purpose}
          options={(['marketing', 'service'] as const).map((value) => ({ value, label: t(`touch.form.purposes.${value}`) }))}
          onChange={({ target }) => onChange({ ...step, purpose: target.value as JourneyMessage['purpose'] }, 'purpose')}
        />
      </Field>
      <Field label={t('journeyStep.panel.priority')}>
        <InputNumber min={0} max={9} precision={0} aria-label={t('journeyStep.panel.priority')} value={step.priority} onChange={(priority) => onChange({ ...step, priority: priority ?? 0 }, 'priority')} />
      </Field>
    </>
  )
}

function TagForm({ step, onChange }: { step: JourneyChangeTag; onChange: (next: JourneyChangeTag, field: string) => void }) {
  const { t } = useTranslation()
  const { tag } = useTags()
  const chosen = tag(step.tag)
  return (
    <>
      <Radio.Group
        value={step.added}
        options={[
          { value: true, label: t('journeyStep.panel.tagOn') },
          { value: false, label: t('journeyStep.panel.tagOff') },
        ]}
        onChange={({ target }) => onChange({ ...step, added: Boolean(target.value), value: null }, 'added')}
      />
      <Field label={t('journeyStep.panel.tag')}>
        <TagSelect value={step.tag || undefined} onChange={(next) => onChange({ ...step, tag: next ?? '', value: null }, 'tag')} />
      </Field>
      {step.added && chosen && chosen.kind !== 'plain' && (
        <Field label={t('tag.value')}>
          <TagValueInput kind={chosen.kind} value={step.value} onChange={(value) => onChange({ ...step, value }, 'value')} />
        </Field>
      )}
    </>
  )
}

function TaskForm({ step, onChange }: { step: JourneyGuideWork; onChange: (next: JourneyGuideWork, field: string) => void }) {
  const { t } = useTranslation()
  return (
    <>
      <Field label={t('journeyStep.panel.title')}>
        <Input maxLength={100} aria-label={t('journeyStep.panel.title')} value={step.title} onChange={({ target }) => onChange({ ...step, title: target.value }, 'title')} />
      </Field>
      <Field label={t('journeyStep.panel.words')}>
        <Input.TextArea rows={4} maxLength={1000} aria-label={t('journeyStep.panel.words')} value={step.words} onChange={({ target }) => onChange({ ...step, words: target.value }, 'words')} />
      </Field>
      <Field label={t('journeyStep.panel.deadline')}>
        <SpanFields label={t('journeyStep.panel.deadline')} value={step.deadline} onChange={(deadline) => onChange({ ...step, deadline }, 'deadline')} />
      </Field>
    </>
  )
}

function JourneySelect({ value, itself, onChange }: { value: string; itself?: string; onChange: (id: string) => void }) {
  const { t } = useTranslation()
  const { id: brand } = useBrand()
  const journeys = useQuery({ ...listJourneysOptions({ path: { brand } }), staleTime: 60_000 }).data ?? []
  return (
    <Select
      showSearch={{ optionFilterProp: 'label' }}
      style={{ width: '100%' }}
      aria-label={t('journeyStep.panel.journey')}
      value={value || undefined}
      options={journeys.filter(({ id, state }) => id !== itself && state === 'live').map(({ id, name }) => ({ value: id, label: name }))}
      onChange={onChange}
    />
  )
}

/** The templates of which coupons are issued. */
function CouponSelect({ value, onChange }: { value: string; onChange: (id: string) => void }) {
  const { t } = useTranslation()
  const { id: brand } = useBrand()
  const templates = useQuery({ ...listCouponTemplatesOptions({ path: { brand }, query: { limit: 200 } }), staleTime: 60_000 }).data?.items ?? []
  return (
    <Select
      showSearch={{ optionFilterProp: 'label' }}
      style={{ width: '100%' }}
      aria-label={t('journeyStep.panel.coupon')}
      value={value || undefined}
      options={templates.filter(({ state }) => state === 'active').map(({ id, name }) => ({ value: id, label: name }))}
      onChange={onChange}
    />
  )
}

import { Select } from 'antd'
import { useTranslation } from 'react-i18next'
import type { JourneyDefinition } from '@/client'
import { connect, targetOf, walk, type Place } from '@/shared/journey/graph'
import { useExitWords, useStepWords } from '@/shared/journey/useStepWords'
import { Field } from './Field'
import styles from './StepPanel.module.css'

/** Where each way out leads: the keyboard's way to draw a line. */
export function ExitFields({ journey, places, label, onChange }: { journey: JourneyDefinition; places: Place[]; label: string; onChange: (next: JourneyDefinition) => void }) {
  const { t } = useTranslation()
  const exitWords = useExitWords()
  const words = useStepWords()
  if (places.length === 0) return null
  const order = walk(journey)
  return (
    <Field label={label}>
      {places.map((place) => (
        <div key={place.exit} className={styles.exit}>
          <span className={styles.exitName}>{exitWords(place.exit)}</span>
          <Select
            allowClear
            showSearch={{ optionFilterProp: 'label' }}
            aria-label={`${label} · ${exitWords(place.exit)}`}
            status={targetOf(journey, place) ? undefined : 'error'}
            placeholder={t('journeyStep.panel.open')}
            value={targetOf(journey, place)}
            options={order.flatMap(({ id, step }, index) => (id === place.node ? [] : [{ value: id, label: `${index + 1}. ${words(step)}` }]))}
            onChange={(target: string | undefined) => onChange(connect(journey, place, target ?? null))}
          />
        </div>
      ))}
    </Field>
  )
}

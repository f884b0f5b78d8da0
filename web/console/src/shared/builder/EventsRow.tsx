import { InputNumber, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import type { EventsCondition } from '@/client'
import type { EventsDraft } from './draft'
import { ofProperty } from './eventCondition'
import { EventFilterEditor } from './EventFilterEditor'
import { PropertySelect } from './PropertySelect'
import { RowFrame } from './RowFrame'
import { useSegmentEvents } from './useSegmentEvents'
import { WindowEditor } from './WindowEditor'
import styles from './Behaviour.module.css'

const MEASURES: EventsCondition['measure'][] = ['count', 'sum', 'average', 'distinct', 'recency', 'sinceFirst']

/** What customers did: some of their events, measured. */
export function EventsRow({ row, onChange }: { row: EventsDraft; onChange: (next: EventsDraft | null) => void }) {
  const { t } = useTranslation()
  const known = useSegmentEvents().find(({ event }) => event === row.events.event)
  const decimal = row.measure === 'sum' || row.measure === 'average'
  const days = row.measure === 'recency' || row.measure === 'sinceFirst'
  return (
    <RowFrame row={row} onChange={onChange}>
      <div className={styles.condition}>
        <EventFilterEditor filter={row.events} onChange={(events) => onChange({ ...row, events })} />
        <div className={styles.line}>
          <Select
            style={{ width: 160 }}
            aria-label={t('segment.builder.measure')}
            value={row.measure}
            options={MEASURES.map((value) => ({ value, label: t(`behaviour.measures.${value}`) }))}
            onChange={(measure) => onChange({ ...row, measure, property: ofProperty(measure) ? row.property : null, value: measure === 'count' ? 1 : null })}
          />
          {ofProperty(row.measure) && <PropertySelect value={row.property} properties={known?.properties ?? []} onChange={(property) => onChange({ ...row, property })} />}
          <Select
            style={{ width: 100 }}
            aria-label={t('segment.builder.operator')}
            value={row.operator}
            options={(['atLeast', 'atMost'] as const).map((value) => ({ value, label: t(`segment.measureOperators.${value}`) }))}
            onChange={(operator) => onChange({ ...row, operator })}
          />
          <InputNumber
            style={{ width: 130 }}
            aria-label={t('segment.builder.value')}
            min={decimal ? undefined : 0}
            precision={decimal ? undefined : 0}
            suffix={days ? t('segment.builder.days') : undefined}
            value={row.value}
            onChange={(value) => onChange({ ...row, value })}
          />
          <WindowEditor window={row.window} onChange={(window) => onChange({ ...row, window })} />
        </div>
      </div>
    </RowFrame>
  )
}

import { PlusOutlined } from '@ant-design/icons'
import { AutoComplete, Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { useEventName } from '@/shared/hooks/useEventName'
import { useFormat } from '@/shared/hooks/useFormat'
import { MOST_FILTERS, newPropertyFilter, type EventFilterDraft, type PropertyFilterDraft } from './eventDraft'
import { PropertyFilterEditor } from './PropertyFilterEditor'
import { useSegmentEvents } from './useSegmentEvents'
import styles from './Behaviour.module.css'

interface Props {
  filter: EventFilterDraft
  onChange: (next: EventFilterDraft) => void
}

/** Which events are meant: a name, and what each of them must meet. */
export function EventFilterEditor({ filter, onChange }: Props) {
  const { t } = useTranslation()
  const format = useFormat()
  const eventName = useEventName()
  const events = useSegmentEvents()
  const known = events.find(({ event }) => event === filter.event)
  const replace = (id: string, next: PropertyFilterDraft | null) =>
    onChange({ ...filter, where: filter.where.flatMap((one) => (one.id === id ? (next ? [next] : []) : [one])) })
  return (
    <div className={styles.filter}>
      <div className={styles.line}>
        <AutoComplete
          className={styles.event}
          aria-label={t('behaviour.event')}
          placeholder={t('behaviour.chooseEvent')}
          value={filter.event ?? undefined}
          options={events.map(({ event, count }) => ({
            value: event,
            label: (
              <span className={styles.option}>
                <span>{eventName(event) === event ? event : `${eventName(event)} · ${event}`}</span>
                <span className="ww-muted ww-number">{format.count(count)}</span>
              </span>
            ),
          }))}
          showSearch={{ filterOption: (typed, option) => matches(typed, String(option?.value ?? ''), eventName) }}
          onChange={(event) => onChange({ ...filter, event: event || null })}
        />
        {filter.where.length < MOST_FILTERS && (
          <Button type="link" size="small" icon={<PlusOutlined />} onClick={() => onChange({ ...filter, where: [...filter.where, newPropertyFilter()] })}>
            {t('behaviour.addFilter')}
          </Button>
        )}
      </div>
      {filter.where.map((one) => (
        <PropertyFilterEditor key={one.id} filter={one} properties={known?.properties ?? []} onChange={(next) => replace(one.id, next)} />
      ))}
    </div>
  )
}

function matches(typed: string, event: string, eventName: (event: string) => string): boolean {
  const wanted = typed.toLowerCase()
  return event.toLowerCase().includes(wanted) || eventName(event).toLowerCase().includes(wanted)
}

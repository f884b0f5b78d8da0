import { AutoComplete } from 'antd'
import { useTranslation } from 'react-i18next'
import type { EventFilter } from '@/client'
import { useSegmentEvents } from '@/shared/builder/useSegmentEvents'
import { useEventName } from '@/shared/hooks/useEventName'

interface Props {
  id?: string
  value?: EventFilter
  onChange?: (filter: EventFilter) => void
}

/** Which event is meant; what else was said of it is kept. */
export function EventPick({ id, value, onChange }: Props) {
  const { t } = useTranslation()
  const name = useEventName()
  const events = useSegmentEvents()
  return (
    <AutoComplete
      id={id}
      style={{ width: 240 }}
      placeholder={t('behaviour.chooseEvent')}
      value={value?.event}
      options={events.map(({ event }) => ({ value: event, label: name(event) }))}
      onChange={(event) => onChange?.({ where: [], ...value, event })}
    />
  )
}

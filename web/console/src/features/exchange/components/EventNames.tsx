import { Tag } from 'antd'
import { useTranslation } from 'react-i18next'

export function EventNames({ events, personalData }: { events: string[]; personalData: boolean }) {
  const { t } = useTranslation()
  return (
    <>
      {events.length === 0 ? t('exchange.allEvents') : events.map((name) => <Tag key={name}>{name}</Tag>)}
      {personalData && <Tag color="warning">{t('exchange.personalDataOn')}</Tag>}
    </>
  )
}

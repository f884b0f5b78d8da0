import { Button, Table, Tag } from 'antd'
import { useTranslation } from 'react-i18next'
import type { SharedPerson } from '@/client'
import { Count } from '@/shared/components/Numbers'
import { useFormat } from '@/shared/hooks/useFormat'
import { PersonLink } from './PersonLink'

interface Props {
  people: SharedPerson[]
  onRemove: (person: SharedPerson) => void
}

/** Who is in an account, the holder first. With the holder the account closes, so only others are removed. */
export function SharedPeople({ people, onRemove }: Props) {
  const { t } = useTranslation()
  const format = useFormat()
  return (
    <Table<SharedPerson>
      rowKey="customer"
      size="small"
      pagination={false}
      scroll={{ x: 'max-content' }}
      dataSource={people}
      columns={[
        {
          title: t('sharing.person'),
          render: (_, person) => (
            <span className="ww-row">
              <PersonLink person={person} />
              {person.holder && <Tag>{t('sharing.holder')}</Tag>}
            </span>
          ),
        },
        { title: t('sharing.ownPoints'), className: 'ww-right', render: (_, { points }) => <Count value={points} /> },
        { title: t('sharing.joined'), responsive: ['sm'], render: (_, { joinedAt }) => <span className="ww-number">{format.day(joinedAt)}</span> },
        {
          title: '',
          render: (_, person) =>
            !person.holder && (
              <Button type="link" size="small" danger onClick={() => onRemove(person)}>
                {t('sharing.remove')}
              </Button>
            ),
        },
      ]}
    />
  )
}

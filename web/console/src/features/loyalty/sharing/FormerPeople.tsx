import { useQuery } from '@tanstack/react-query'
import { Table, Tag } from 'antd'
import { useTranslation } from 'react-i18next'
import type { FormerSharedPerson } from '@/client'
import { listFormerSharedPeopleOptions } from '@/client/@tanstack/react-query.gen'
import { useBrand } from '@/shared/brand/BrandContext'
import { Loaded } from '@/shared/components/Loaded'
import { useFormat } from '@/shared/hooks/useFormat'
import { PersonLink } from './PersonLink'

/** Who was in an account and is no longer, whoever left last first; nothing where everybody stayed. */
export function FormerPeople({ account }: { account: number }) {
  const { t } = useTranslation()
  const { id: brand } = useBrand()
  const format = useFormat()
  const former = useQuery(listFormerSharedPeopleOptions({ path: { brand, id: account } }))
  const day = (at: string) => <span className="ww-number">{format.day(at)}</span>
  return (
    <Loaded query={former} rows={2}>
      {(people) =>
        people.length > 0 && (
          <section aria-label={t('sharing.former')}>
            <h3>{t('sharing.former')}</h3>
            <Table<FormerSharedPerson>
              rowKey={({ customer, joinedAt }) => `${customer}-${joinedAt}`}
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
                { title: t('sharing.joined'), render: (_, { joinedAt }) => day(joinedAt) },
                { title: t('sharing.left'), render: (_, { leftAt }) => day(leftAt) },
              ]}
            />
          </section>
        )
      }
    </Loaded>
  )
}

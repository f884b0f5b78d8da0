import { useQuery } from '@tanstack/react-query'
import { Table, type TableColumnsType } from 'antd'
import { useTranslation } from 'react-i18next'
import type { StandardView } from '@/client'
import { listStandardEventsOptions } from '@/client/@tanstack/react-query.gen'
import { useBrand } from '@/shared/brand/BrandContext'
import { Loaded } from '@/shared/components/Loaded'
import { Panel } from '@/shared/components/Panel'
import { StateTag } from '@/shared/components/StateTag'

type Field = StandardView['properties'][number]

/** The standard events with their properties, whether the brand has them or not. */
export function StandardEvents({ seen }: { seen: string[] }) {
  const { t } = useTranslation()
  const { id: brand } = useBrand()
  const standard = useQuery(listStandardEventsOptions({ path: { brand } }))
  const columns: TableColumnsType<StandardView> = [
    {
      title: t('catalogue.event'),
      render: (_, { name, meaning }) => (
        <>
          <code>{name}</code>
          <div className="ww-muted ww-small">{meaning}</div>
        </>
      ),
    },
    { title: t('catalogue.meaning'), render: (_, { topic, ours }) => (ours ? `${t(`catalogue.topics.${topic}`)} · ${t('catalogue.ours')}` : t(`catalogue.topics.${topic}`)) },
    {
      title: t('catalogue.spellings'),
      render: (_, { spellings }) => <span className="ww-muted ww-small" style={{ whiteSpace: 'normal' }}>{spellings.join(', ')}</span>,
    },
    { title: t('common.state'), render: (_, { name }) => seen.includes(name) && <StateTag tone="good">{t('catalogue.standardSent')}</StateTag> },
  ]
  return (
    <Panel flush title={t('catalogue.standardTitle')} note={t('catalogue.standardNote')}>
      <Loaded query={standard}>
        {(list) => (
          <Table
            rowKey="name"
            size="small"
            columns={columns}
            dataSource={list}
            pagination={false}
            scroll={{ x: 'max-content' }}
            expandable={{
              rowExpandable: ({ properties }) => properties.length > 0,
              expandedRowRender: ({ properties }) => <Fields properties={properties} />,
            }}
          />
        )}
      </Loaded>
    </Panel>
  )
}

function Fields({ properties }: { properties: Field[] }) {
  const { t } = useTranslation()
  const columns: TableColumnsType<Field> = [
    { title: t('catalogue.property'), render: (_, { name }) => <code>{name}</code> },
    { title: t('catalogue.type'), render: (_, { type, required }) => (required ? `${t(`catalogue.types.${type}`)} · ${t('catalogue.required')}` : t(`catalogue.types.${type}`)) },
    { title: t('catalogue.meaning'), dataIndex: 'meaning' },
  ]
  return <Table rowKey="name" size="small" columns={columns} dataSource={properties} pagination={false} />
}

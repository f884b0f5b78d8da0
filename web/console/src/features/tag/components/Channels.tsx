import { useQuery } from '@tanstack/react-query'
import { Button, Form, Input, Select, Table } from 'antd'
import { useTranslation } from 'react-i18next'
import { createTagChannel, deleteTagChannel, type NewChannelTag } from '@/client'
import { listTagChannelsOptions } from '@/client/@tanstack/react-query.gen'
import { useBrand } from '@/shared/brand/BrandContext'
import { EmptyState } from '@/shared/components/EmptyState'
import { Loaded } from '@/shared/components/Loaded'
import { Panel } from '@/shared/components/Panel'
import { TagSelect } from '@/shared/tags/TagSelect'
import { useTags } from '@/shared/tags/useTags'
import { useTagMutation } from '../api/useTagMutation'

const KINDS = ['state', 'source'] as const

/** Which tag customers get by the way they came. */
export function Channels() {
  const { t } = useTranslation()
  const { id: brand } = useBrand()
  const { tag } = useTags()
  const [form] = Form.useForm<NewChannelTag>()
  const channels = useQuery(listTagChannelsOptions({ path: { brand } }))
  const create = useTagMutation((body: NewChannelTag) => createTagChannel({ path: { brand }, body }), () => form.resetFields(['mark']))
  const remove = useTagMutation((id: number) => deleteTagChannel({ path: { brand, id } }))
  const kindOf = (kind: string) => t(kind === 'source' ? 'tag.channel.source' : 'tag.channel.state')
  return (
    <Panel title={t('tag.tabs.channels')} note={t('tag.channel.note')}>
      <Form<NewChannelTag> form={form} layout="inline" style={{ rowGap: 8, marginBottom: 16 }} initialValues={{ kind: 'state' }} onFinish={(values) => create.mutate(values)}>
        <Form.Item name="kind" style={{ minWidth: 170 }}>
          <Select aria-label={t('tag.channel.kind')} options={KINDS.map((value) => ({ value, label: kindOf(value) }))} />
        </Form.Item>
        <Form.Item name="mark" rules={[{ required: true, whitespace: true, message: t('common.required') }]}>
          <Input maxLength={100} placeholder={t('tag.channel.mark')} aria-label={t('tag.channel.mark')} />
        </Form.Item>
        <Form.Item name="tagId" style={{ minWidth: 200 }} rules={[{ required: true, message: t('common.required') }]}>
          <TagSelect plainOnly />
        </Form.Item>
        <Button htmlType="submit" type="primary" loading={create.isPending}>
          {t('tag.channel.create')}
        </Button>
      </Form>
      <Loaded query={channels}>
        {(list) => (
          <Table
            rowKey="id"
            dataSource={list}
            pagination={false}
            scroll={{ x: 560 }}
            locale={{ emptyText: <EmptyState title={t('tag.channel.empty')} text={t('tag.channel.emptyText')} /> }}
            columns={[
              { title: t('tag.channel.kind'), render: (_, { kind }) => kindOf(kind) },
              { title: t('tag.channel.mark'), dataIndex: 'mark' },
              { title: t('tag.name'), render: (_, { tagId }) => tag(tagId)?.name ?? t('common.none') },
              {
                title: t('common.actions'),
                render: (_, { id }) => (
                  <Button type="link" size="small" danger onClick={() => remove.mutate(id)}>
                    {t('common.delete')}
                  </Button>
                ),
              },
            ]}
          />
        )}
      </Loaded>
    </Panel>
  )
}

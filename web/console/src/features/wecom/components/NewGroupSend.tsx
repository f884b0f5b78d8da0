import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Form, Input, Modal, Radio, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { createGroupSend, type GroupChatRow, type NewGroupSend } from '@/client'
import { listGroupSendsInfiniteQueryKey, listGroupsOptions } from '@/client/@tanstack/react-query.gen'
import { useBrand, useBrandPath } from '@/shared/brand/BrandContext'
import { useDebounced } from '@/shared/hooks/useDebounced'
import { useFieldFaults } from '@/shared/hooks/useFieldFaults'
import { useFormat } from '@/shared/hooks/useFormat'
import { useReport } from '@/shared/hooks/useReport'

type Asked = Pick<NewGroupSend, 'name' | 'words' | 'byHand' | 'chats'>

/** Words for groups. The key is made once, so that a second press of the button asks for nothing new. */
export function NewGroupSendDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const { id: brand } = useBrand()
  const path = useBrandPath()
  const navigate = useNavigate()
  const format = useFormat()
  const report = useReport()
  const queries = useQueryClient()
  const [form] = Form.useForm<Asked>()
  const faults = useFieldFaults(form)
  const [key] = useState(() => crypto.randomUUID())
  const [search, setSearch] = useState('')
  const q = useDebounced(search.trim(), 300)
  const groups = useQuery(listGroupsOptions({ path: { brand }, query: { limit: 100, ...(q && { q }) } }))
  const send = useMutation({
    mutationFn: (asked: Asked) => createGroupSend({ path: { brand }, body: { ...asked, key, startAt: null } }),
    onSuccess: ({ data }) => {
      void queries.invalidateQueries({ queryKey: listGroupSendsInfiniteQueryKey({ path: { brand } }) })
      report.done(t('wecomSend.groups.created'))
      onClose()
      void navigate(path(`/group-sends/${data.id}`))
    },
    onError: faults,
  })
  const label = ({ name, chatId, customers, owner, ownerName, ownerLeft }: GroupChatRow) =>
    t('wecomSend.groups.members', {
      name: name || chatId,
      n: format.exact(customers),
      owner: ownerLeft ? t('wecomSend.groups.ownerLeft') : (ownerName ?? owner),
    })
  return (
    <Modal
      open
      title={t('wecomSend.groups.create')}
      okText={t('wecomSend.groups.submit')}
      confirmLoading={send.isPending}
      onOk={form.submit}
      onCancel={onClose}
    >
      <Form<Asked> form={form} layout="vertical" initialValues={{ byHand: false, chats: [] }} onFinish={(asked) => send.mutate(asked)}>
        <Form.Item name="name" label={t('wecomSend.groups.name')} rules={[{ required: true, whitespace: true, message: t('common.required') }]}>
          <Input maxLength={100} />
        </Form.Item>
        <Form.Item
          name="words"
          label={t('wecomSend.groups.words')}
          extra={t('wecomSend.groups.wordsHint')}
          rules={[{ required: true, whitespace: true, message: t('common.required') }]}
        >
          <Input.TextArea autoSize={{ minRows: 3, maxRows: 10 }} />
        </Form.Item>
        <Form.Item
          name="chats"
          label={t('wecomSend.groups.chats')}
          extra={t('wecomSend.groups.chatsHint')}
          rules={[{ required: true, type: 'array', min: 1, message: t('common.required') }]}
        >
          <Select
            mode="multiple"
            filterOption={false}
            onSearch={setSearch}
            loading={groups.isFetching}
            options={groups.data?.items.map((group) => ({ value: group.chatId, label: label(group), disabled: group.ownerLeft }))}
          />
        </Form.Item>
        <Form.Item name="byHand" label={t('wecomSend.groups.way')}>
          <Radio.Group
            options={[
              { value: false, label: t('wecomSend.groups.byMass') },
              { value: true, label: t('wecomSend.groups.byHand') },
            ]}
          />
        </Form.Item>
      </Form>
    </Modal>
  )
}

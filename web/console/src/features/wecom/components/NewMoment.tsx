import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Form, Input, Modal, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { createMoment, type NewMoment } from '@/client'
import { listGuidesOptions, listMomentsInfiniteQueryKey, listTagGroupsOptions } from '@/client/@tanstack/react-query.gen'
import { useBrand, useBrandPath } from '@/shared/brand/BrandContext'
import { useDebounced } from '@/shared/hooks/useDebounced'
import { useFieldFaults } from '@/shared/hooks/useFieldFaults'
import { useReport } from '@/shared/hooks/useReport'

type Asked = Pick<NewMoment, 'name' | 'words' | 'guides' | 'tags'>

/** Words for guides to publish. The key is made once, so that a second press of the button asks for nothing new. */
export function NewMomentDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const { id: brand } = useBrand()
  const path = useBrandPath()
  const navigate = useNavigate()
  const report = useReport()
  const queries = useQueryClient()
  const [form] = Form.useForm<Asked>()
  const faults = useFieldFaults(form)
  const [key] = useState(() => crypto.randomUUID())
  const [search, setSearch] = useState('')
  const q = useDebounced(search.trim(), 300)
  const guides = useQuery(listGuidesOptions({ path: { brand }, query: { limit: 100, ...(q && { q }) } }))
  const groups = useQuery(listTagGroupsOptions({ path: { brand } }))
  const tags = groups.data?.filter(({ wecom }) => wecom).map((group) => ({ label: group.name, options: group.tags.map(({ id, name }) => ({ value: id, label: name })) }))
  const make = useMutation({
    mutationFn: (asked: Asked) => createMoment({ path: { brand }, body: { ...asked, key, startAt: null } }),
    onSuccess: ({ data }) => {
      void queries.invalidateQueries({ queryKey: listMomentsInfiniteQueryKey({ path: { brand } }) })
      report.done(t('wecomSend.moments.created'))
      onClose()
      void navigate(path(`/moments/${data.id}`))
    },
    onError: faults,
  })
  return (
    <Modal
      open
      title={t('wecomSend.moments.create')}
      okText={t('wecomSend.moments.submit')}
      confirmLoading={make.isPending}
      onOk={form.submit}
      onCancel={onClose}
    >
      <Form<Asked> form={form} layout="vertical" initialValues={{ guides: [], tags: [] }} onFinish={(asked) => make.mutate(asked)}>
        <Form.Item name="name" label={t('common.name')} rules={[{ required: true, whitespace: true, message: t('common.required') }]}>
          <Input maxLength={100} />
        </Form.Item>
        <Form.Item
          name="words"
          label={t('wecomSend.moments.words')}
          extra={t('wecomSend.moments.wordsHint')}
          rules={[{ required: true, whitespace: true, message: t('common.required') }]}
        >
          <Input.TextArea maxLength={2_000} autoSize={{ minRows: 3, maxRows: 10 }} />
        </Form.Item>
        <Form.Item name="guides" label={t('wecomSend.moments.guides')} extra={t('wecomSend.moments.guidesHint')}>
          <Select
            mode="multiple"
            filterOption={false}
            onSearch={setSearch}
            loading={guides.isFetching}
            options={guides.data?.items.map(({ userId, name, active }) => ({ value: userId, label: name, disabled: !active }))}
          />
        </Form.Item>
        <Form.Item name="tags" label={t('wecomSend.moments.tags')} extra={t('wecomSend.moments.tagsHint')}>
          <Select mode="multiple" optionFilterProp="label" loading={groups.isFetching} options={tags} />
        </Form.Item>
      </Form>
    </Modal>
  )
}

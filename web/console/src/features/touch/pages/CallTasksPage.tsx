import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Form, Input, Modal, Radio, type TableColumnsType } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { finishCallTask, type CallTask, type NewCallResult } from '@/client'
import { listOpenCallTasksInfiniteOptions, listOpenCallTasksInfiniteQueryKey } from '@/client/@tanstack/react-query.gen'
import { useBrand, useBrandPath } from '@/shared/brand/BrandContext'
import { CursorTable } from '@/shared/components/CursorTable'
import { EmptyState } from '@/shared/components/EmptyState'
import { PageHeader } from '@/shared/components/PageHeader'
import { Panel } from '@/shared/components/Panel'
import { useCursorPages } from '@/shared/hooks/useCursorPages'
import { useFormat } from '@/shared/hooks/useFormat'
import { useReport } from '@/shared/hooks/useReport'

const RESULTS = ['reached', 'not-reached', 'refused', 'wrong-number'] as const

export function CallTasksPage() {
  const { t } = useTranslation()
  const { id: brand } = useBrand()
  const path = useBrandPath()
  const format = useFormat()
  const [asked, setAsked] = useState<CallTask | null>(null)
  const pages = useCursorPages<CallTask>(listOpenCallTasksInfiniteOptions({ path: { brand }, query: { limit: 50 } }), { refetchInterval: 30_000 })
  const nameOf = ({ name, customerNo }: CallTask) => name ?? t('search.customerNo', { no: customerNo })
  const columns: TableColumnsType<CallTask> = [
    { key: 'customer', title: t('touch.calls.customer'), render: (_, task) => <Link to={path(`/customers/${task.customerNo}`)}>{nameOf(task)}</Link> },
    { key: 'words', title: t('touch.calls.words'), dataIndex: 'words' },
    { key: 'due', title: t('touch.calls.due'), render: (_, { dueAt }) => format.time(dueAt) },
    {
      key: 'record',
      className: 'ww-right',
      render: (_, task) => (
        <Button size="small" onClick={() => setAsked(task)}>
          {t('touch.calls.record')}
        </Button>
      ),
    },
  ]
  return (
    <>
      <PageHeader title={t('touch.calls.title')} headline={t('touch.calls.headline')} />
      <Panel flush>
        <CursorTable rowKey="id" pages={pages} columns={columns} empty={<EmptyState title={t('touch.calls.empty')} text={t('touch.calls.emptyText')} />} />
      </Panel>
      {asked && <ResultDialog task={asked} name={nameOf(asked)} onClose={() => setAsked(null)} />}
    </>
  )
}

function ResultDialog({ task, name, onClose }: { task: CallTask; name: string; onClose: () => void }) {
  const { t } = useTranslation()
  const { id: brand } = useBrand()
  const report = useReport()
  const queries = useQueryClient()
  const [form] = Form.useForm<NewCallResult>()
  const result = Form.useWatch('result', form) ?? 'reached'
  const save = useMutation({
    mutationFn: ({ note, ...told }: NewCallResult) => finishCallTask({ path: { brand, id: Number(task.id) }, body: { ...told, note: note || null } }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: listOpenCallTasksInfiniteQueryKey({ path: { brand } }) })
      report.done(t('touch.calls.recorded'))
      onClose()
    },
    onError: report.refused,
  })
  return (
    <Modal
      open
      title={t('touch.calls.recordTitle', { name })}
      okText={t('common.save')}
      confirmLoading={save.isPending}
      onOk={form.submit}
      onCancel={onClose}
    >
      <p style={{ whiteSpace: 'pre-line' }}>{task.words}</p>
      <Form<NewCallResult> form={form} layout="vertical" initialValues={{ result: 'reached', note: null }} onFinish={(told) => save.mutate(told)}>
        <Form.Item name="result" label={t('touch.calls.result')} extra={t(`touch.calls.resultHints.${result}`)}>
          <Radio.Group options={RESULTS.map((value) => ({ value, label: t(`touch.calls.results.${value}`) }))} />
        </Form.Item>
        <Form.Item name="note" label={t('touch.calls.note')}>
          <Input.TextArea maxLength={1_000} autoSize={{ minRows: 2, maxRows: 6 }} />
        </Form.Item>
      </Form>
    </Modal>
  )
}

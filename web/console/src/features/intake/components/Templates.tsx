import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, Modal, Table, type TableColumnsType } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { deleteImportTemplate, type ImportTemplate } from '@/client'
import { listImportTemplatesOptions, listImportTemplatesQueryKey } from '@/client/@tanstack/react-query.gen'
import { useBrand } from '@/shared/brand/BrandContext'
import { EmptyState } from '@/shared/components/EmptyState'
import { Loaded } from '@/shared/components/Loaded'
import { formatList } from '@/shared/format/list'
import { useLanguage } from '@/shared/hooks/useLanguage'
import { useReport } from '@/shared/hooks/useReport'

/** The mappings kept for the next file of a source. */
export function Templates() {
  const { t } = useTranslation()
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('intake.templates.open')}</Button>
      <Modal open={open} title={t('intake.templates.title')} footer={null} width={760} onCancel={() => setOpen(false)} destroyOnHidden>
        <p className="ww-muted">{t('intake.templates.note')}</p>
        <TemplateList />
      </Modal>
    </>
  )
}

function TemplateList() {
  const { t } = useTranslation()
  const language = useLanguage()
  const { id: brand } = useBrand()
  const { modal } = App.useApp()
  const report = useReport()
  const queries = useQueryClient()
  const templates = useQuery(listImportTemplatesOptions({ path: { brand } }))
  const remove = useMutation({
    mutationFn: (id: number) => deleteImportTemplate({ path: { brand, id } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: listImportTemplatesQueryKey({ path: { brand } }) }),
    onError: report.refused,
  })

  function confirm({ id, name }: ImportTemplate) {
    modal.confirm({
      title: t('intake.templates.removeTitle', { name }),
      content: t('intake.templates.removeText'),
      okText: t('intake.templates.remove'),
      okButtonProps: { danger: true },
      onOk: () => remove.mutateAsync(id).catch(() => undefined),
    })
  }

  const columns: TableColumnsType<ImportTemplate> = [
    { title: t('common.name'), dataIndex: 'name' },
    { title: t('intake.imports.kind'), render: (_, { kind }) => t(`intake.kinds.${kind}.name`) },
    { title: t('intake.imports.source'), dataIndex: 'source' },
    { title: t('intake.templates.columns'), render: (_, { mapping }) => formatList(Object.values(mapping), language), ellipsis: true },
    {
      title: t('common.actions'),
      width: 90,
      render: (_, template) => (
        <Button type="link" size="small" danger onClick={() => confirm(template)}>
          {t('intake.templates.remove')}
        </Button>
      ),
    },
  ]
  return (
    <Loaded query={templates}>
      {(list) => (
        <Table
          rowKey="id"
          size="small"
          columns={columns}
          dataSource={list}
          pagination={false}
          locale={{ emptyText: <EmptyState title={t('intake.templates.empty')} /> }}
        />
      )}
    </Loaded>
  )
}

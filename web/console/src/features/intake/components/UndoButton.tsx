import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { undoImport, type Import } from '@/client'
import { getImportQueryKey } from '@/client/@tanstack/react-query.gen'
import { useBrand } from '@/shared/brand/BrandContext'
import { useFormat } from '@/shared/hooks/useFormat'
import { useReport } from '@/shared/hooks/useReport'
import { isReference } from '../api/kinds'

/** Takes an import back as a whole, after saying what that means. */
export function UndoButton({ file }: { file: Import }) {
  const { t } = useTranslation()
  const { id: brand } = useBrand()
  const { modal } = App.useApp()
  const report = useReport()
  const queries = useQueryClient()
  const words = useUndoWords(file)
  const undo = useMutation({
    mutationFn: () => undoImport({ path: { brand, id: file.id } }),
    onSuccess: ({ data }) => queries.setQueryData(getImportQueryKey({ path: { brand, id: file.id } }), data),
    onError: report.refused,
  })

  function confirm() {
    modal.confirm({
      title: t('intake.run.undoTitle', { name: file.filename }),
      content: `${words} ${t('intake.run.undoAfter')}`,
      okText: t('intake.run.undo'),
      okButtonProps: { danger: true },
      onOk: () => undo.mutateAsync().catch(() => undefined),
    })
  }

  return (
    <Button danger onClick={confirm} loading={undo.isPending} data-testid="undo-import">
      {t('intake.run.undo')}
    </Button>
  )
}

/** Whom and what it concerns, as far as the import counted it. */
function useUndoWords({ counts, kind }: Import): string {
  const { t } = useTranslation()
  const format = useFormat()
  if (!counts) return t('intake.run.undoPart')
  const customers = format.exact(counts.newCustomers)
  const values = { records: format.exact(counts.records - counts.unchanged), kind: t(`intake.kinds.${kind}.name`) }
  if (isReference(kind)) return t('intake.run.undoReference', values)
  return kind === 'orders'
    ? t('intake.run.undoOrders', { orders: format.exact(counts.orders), refunds: format.exact(counts.refunds), customers })
    : t('intake.run.undoRecords', { ...values, customers })
}

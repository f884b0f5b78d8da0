import { EyeOutlined } from '@ant-design/icons'
import { useMutation } from '@tanstack/react-query'
import { App, Button, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { revealPersonalData } from '@/client'
import { useBrand, usePerson } from '@/shared/brand/BrandContext'
import { useReport } from '@/shared/hooks/useReport'

interface Props {
  no: number
  field: string
  masked: string
}

/** A masked value; who may look has it shown in plain, which leaves a trail, until the page is left. */
export function Reveal({ no, field, masked }: Props) {
  const { t } = useTranslation()
  const { id: brand } = useBrand()
  const { mayLookUp } = usePerson()
  const { modal } = App.useApp()
  const report = useReport()
  const [values, setValues] = useState<string[] | null>(null)
  const reveal = useMutation({
    mutationFn: (reason: string) => revealPersonalData({ path: { brand, no }, body: { field, reason } }),
    onSuccess: ({ data }) => setValues(data.values),
    onError: report.refused,
  })

  function ask() {
    let reason = ''
    modal.confirm({
      title: t('customer.reveal.title'),
      content: (
        <>
          <p>{t('customer.reveal.text')}</p>
          <Input
            maxLength={200}
            placeholder={t('customer.reveal.reason')}
            aria-label={t('customer.reveal.reason')}
            onChange={(event) => {
              reason = event.target.value
            }}
          />
        </>
      ),
      okText: t('customer.reveal.show'),
      onOk: () => reveal.mutateAsync(reason).catch(() => undefined),
    })
  }

  if (values) return <code>{values.join(' · ')}</code>
  return (
    <span className="ww-row">
      <code>{masked}</code>
      {mayLookUp && (
        <Button type="link" size="small" icon={<EyeOutlined />} loading={reveal.isPending} onClick={ask}>
          {t('customer.reveal.show')}
        </Button>
      )}
    </span>
  )
}

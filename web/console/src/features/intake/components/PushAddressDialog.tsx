import { useMutation, useQuery } from '@tanstack/react-query'
import { Alert, Button, Input, Modal, Upload } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { changeConnectionSecret, uploadPlatformFile, type Source } from '@/client'
import { getConnectionStateOptions } from '@/client/@tanstack/react-query.gen'
import { useBrand } from '@/shared/brand/BrandContext'
import { CopyBox } from '@/shared/components/CopyBox'
import { useReport } from '@/shared/hooks/useReport'

/** Where a platform pushes to, what is still awaited of it, and the two things one does with a connection. */
export function PushAddressDialog({ source, onClose }: { source: Source | null; onClose: () => void }) {
  const { t } = useTranslation()
  return (
    <Modal
      open={source !== null}
      width={640}
      title={source && t('intake.sources.pushTitle', { name: source.name })}
      onCancel={onClose}
      destroyOnHidden
      footer={
        <Button type="primary" onClick={onClose}>
          {t('common.understood')}
        </Button>
      }
    >
      {source && <Connection source={source} />}
    </Modal>
  )
}

function Connection({ source }: { source: Source }) {
  const { t } = useTranslation()
  const { id: brand } = useBrand()
  const state = useQuery(getConnectionStateOptions({ path: { brand, id: source.id } }))
  const awaited = state.data?.awaited ?? 0
  return (
    <div className="ww-stack">
      <CopyBox text={`${window.location.origin}${source.pushPath}`} label={t('intake.sources.push')} testId="push-address" />
      <p className="ww-muted">{t('intake.sources.pushHint')}</p>
      {awaited > 0 && <Alert type="info" showIcon title={t('intake.sources.pushAwaited', { n: awaited })} />}
      <OrdersFile source={source} />
      <NewSecret source={source} />
    </div>
  )
}

function OrdersFile({ source }: { source: Source }) {
  const { t } = useTranslation()
  const { id: brand } = useBrand()
  const report = useReport()
  const upload = useMutation({
    mutationFn: (file: File) => uploadPlatformFile({ path: { brand, id: source.id }, query: { filename: file.name }, body: file }),
    onSuccess: ({ data }) => report.done(t('intake.sources.pushUploaded', { name: data.filename })),
    onError: report.refused,
  })
  return (
    <div>
      <p className="ww-muted">{t('intake.sources.pushFile')}</p>
      <Upload
        accept=".jsonl,.ndjson,.json,.txt"
        showUploadList={false}
        beforeUpload={(file) => {
          upload.mutate(file)
          return false
        }}
      >
        <Button loading={upload.isPending}>{t('intake.sources.pushUpload')}</Button>
      </Upload>
    </div>
  )
}

function NewSecret({ source }: { source: Source }) {
  const { t } = useTranslation()
  const { id: brand } = useBrand()
  const report = useReport()
  const [secret, setSecret] = useState('')
  const change = useMutation({
    mutationFn: () => changeConnectionSecret({ path: { brand, id: source.id }, body: { secret } }),
    onSuccess: () => {
      setSecret('')
      report.done(t('intake.sources.newSecretDone'))
    },
    onError: report.refused,
  })
  return (
    <div style={{ display: 'flex', gap: 8 }}>
      <Input.Password
        value={secret}
        onChange={(event) => setSecret(event.target.value)}
        placeholder={t('intake.sources.secret')}
        aria-label={t('intake.sources.secret')}
        autoComplete="new-password"
        visibilityToggle={false}
        maxLength={200}
      />
      <Button disabled={!secret.trim()} loading={change.isPending} onClick={() => change.mutate()}>
        {t('intake.sources.newSecret')}
      </Button>
    </div>
  )
}

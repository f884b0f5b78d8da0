import { InboxOutlined } from '@ant-design/icons'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Segmented, Upload } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { getImportQueryKey } from '@/client/@tanstack/react-query.gen'
import { useBrand, useBrandPath } from '@/shared/brand/BrandContext'
import { FlowBar } from '@/shared/components/FlowBar'
import { PageHeader } from '@/shared/components/PageHeader'
import { Panel } from '@/shared/components/Panel'
import { ProblemView } from '@/shared/components/ProblemView'
import { useUrlFilters } from '@/shared/hooks/useUrlFilters'
import { KINDS, kindOf } from '../api/kinds'
import { uploadFile } from '../api/uploadFile'
import styles from './NewImportPage.module.css'

const FILTERS = ['kind'] as const

export function NewImportPage() {
  const { t } = useTranslation()
  const { id: brand } = useBrand()
  const path = useBrandPath()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const { filters, set } = useUrlFilters(FILTERS)
  const kind = kindOf(filters.kind)
  const [sent, setSent] = useState(0)
  const upload = useMutation({
    mutationFn: (file: File) => uploadFile(brand, kind, file, setSent),
    onSuccess: (file) => {
      queries.setQueryData(getImportQueryKey({ path: { brand, id: file.id } }), file)
      void navigate(path(`/imports/${file.id}`), { replace: true })
    },
  })
  return (
    <>
      <PageHeader
        back={{ to: path('/imports'), label: t('intake.imports.title') }}
        title={t('intake.upload.title')}
        headline={t('intake.upload.headline')}
      />
      <div className="ww-split-wide">
        <Panel>
          <div className={styles.kinds}>
            <Segmented
              aria-label={t('intake.upload.kind')}
              value={kind}
              onChange={(value) => set({ kind: value })}
              options={KINDS.map((value) => ({ value, label: t(`intake.kinds.${value}.name`) }))}
            />
          </div>
          <Upload.Dragger
            accept=".csv,.txt,.tsv,.gz,.xlsx,.parquet,.jsonl,.ndjson,text/csv"
            aria-label={t('intake.upload.input')}
            data-testid="import-file"
            showUploadList={false}
            disabled={upload.isPending}
            beforeUpload={(file) => {
              setSent(0)
              upload.mutate(file)
              return false
            }}
          >
            <div style={{ padding: '48px 12px' }}>
              <InboxOutlined style={{ fontSize: 44, color: 'var(--ww-primary)' }} />
              <p style={{ margin: '16px 0 4px', fontSize: 16 }}>{t('intake.upload.drop')}</p>
              <p className="ww-muted">{t('intake.upload.hint')}</p>
            </div>
          </Upload.Dragger>
          {upload.isPending && (
            <div style={{ marginTop: 16 }}>
              <p>{t('intake.upload.sending', { name: upload.variables.name })}</p>
              <FlowBar share={sent} label={t('intake.upload.sending', { name: upload.variables.name })} />
            </div>
          )}
          {upload.error && <ProblemView error={upload.error} compact />}
        </Panel>
        <Panel title={t('intake.upload.what')}>
          <p>
            <strong>{t('intake.upload.must')}</strong>
            <br />
            {t(`intake.kinds.${kind}.must`)}
          </p>
          <p>
            <strong>{t('intake.upload.may')}</strong>
            <br />
            {t(`intake.kinds.${kind}.may`)}
          </p>
          <p className="ww-muted">{t('intake.upload.twice')}</p>
        </Panel>
      </div>
    </>
  )
}

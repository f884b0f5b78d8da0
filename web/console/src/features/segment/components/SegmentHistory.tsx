import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { restoreSegmentVersion, type Segment, type SegmentVersion } from '@/client'
import { getSegmentQueryKey, listSegmentsQueryKey, listSegmentVersionsOptions, listSegmentVersionsQueryKey } from '@/client/@tanstack/react-query.gen'
import { useBrand } from '@/shared/brand/BrandContext'
import { Loaded } from '@/shared/components/Loaded'
import { Panel } from '@/shared/components/Panel'
import { useFormat } from '@/shared/hooks/useFormat'
import { useText } from '@/shared/hooks/useLanguage'
import { useReport } from '@/shared/hooks/useReport'
import { lineChanges } from '../api/lineChanges'
import styles from './SegmentHistory.module.css'

/** Every version of a segment, beside what it was before, and a way back. */
export function SegmentHistory({ segment }: { segment: Segment }) {
  const { id: brand } = useBrand()
  const versions = useQuery(listSegmentVersionsOptions({ path: { brand, id: segment.id } }))
  return <Loaded query={versions}>{(list) => <Versions segment={segment} versions={list} />}</Loaded>
}

function Versions({ segment, versions }: { segment: Segment; versions: SegmentVersion[] }) {
  const { t } = useTranslation()
  const { id: brand } = useBrand()
  const { modal } = App.useApp()
  const format = useFormat()
  const report = useReport()
  const queries = useQueryClient()
  const at = { path: { brand, id: segment.id } }
  const restore = useMutation({
    mutationFn: (version: number) => restoreSegmentVersion({ path: { ...at.path, version } }),
    onSuccess: ({ data }) => {
      queries.setQueryData(getSegmentQueryKey(at), data)
      void queries.invalidateQueries({ queryKey: listSegmentVersionsQueryKey(at) })
      void queries.invalidateQueries({ queryKey: listSegmentsQueryKey({ path: { brand } }) })
      report.done(t('segmentHistory.restored', { n: data.version }))
    },
    onError: report.refused,
  })

  function confirmRestore(version: number) {
    modal.confirm({
      title: t('segmentHistory.restoreTitle', { n: version }),
      content: t('segmentHistory.restoreText'),
      okText: t('segmentHistory.restore'),
      onOk: () => restore.mutateAsync(version).catch(() => undefined),
    })
  }

  return (
    <div className="ww-stack">
      {versions.map((one) => (
        <Panel
          key={one.version}
          label={t('segment.list.version', { n: one.version })}
          title={`${t('segment.list.version', { n: one.version })} · ${one.name}`}
          note={`${format.time(one.changedAt)} · ${one.changedBy}`}
          extra={
            one.version === segment.version ? (
              <span className="ww-muted">{t('segmentHistory.now')}</span>
            ) : (
              <Button size="small" loading={restore.isPending && restore.variables === one.version} onClick={() => confirmRestore(one.version)}>
                {t('segmentHistory.restore')}
              </Button>
            )
          }
        >
          <Changes version={one} versions={versions} />
        </Panel>
      ))}
    </div>
  )
}

/** The version's lines beside those of another, the one before it at first. */
function Changes({ version, versions }: { version: SegmentVersion; versions: SegmentVersion[] }) {
  const { t } = useTranslation()
  const text = useText()
  const [against, setAgainst] = useState(version.version - 1)
  const other = versions.find((one) => one.version === against)
  const lines = lineChanges((other ?? version).lines.map(text), version.lines.map(text))
  const unchanged = other && lines.every(({ change }) => change === 'kept')
  return (
    <>
      {versions.length > 1 && other && (
        <div className={styles.against}>
          <span className="ww-muted ww-small">{t('segmentHistory.against')}</span>
          <Select
            size="small"
            aria-label={t('segmentHistory.against')}
            value={against}
            options={versions.filter((one) => one.version !== version.version).map((one) => ({ value: one.version, label: t('segment.list.version', { n: one.version }) }))}
            onChange={setAgainst}
          />
          {other.name !== version.name && <span className="ww-small">{t('segmentHistory.renamed', { from: other.name, to: version.name })}</span>}
          {unchanged && <span className="ww-muted ww-small">{t('segmentHistory.same')}</span>}
        </div>
      )}
      <ul className={styles.lines}>
        {lines.map((line, i) => (
          <li key={i} className={styles[line.change]}>
            {line.change !== 'kept' && <span className={styles.mark}>{t(`segmentHistory.${line.change}`)}</span>}
            {line.text}
          </li>
        ))}
      </ul>
    </>
  )
}

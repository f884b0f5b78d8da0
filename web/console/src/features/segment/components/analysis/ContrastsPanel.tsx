import { useQuery } from '@tanstack/react-query'
import { Table, type TableColumnsType } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Contrast, Contrasts } from '@/client'
import { contrastSegmentsOptions } from '@/client/@tanstack/react-query.gen'
import { useBrand } from '@/shared/brand/BrandContext'
import { EmptyState } from '@/shared/components/EmptyState'
import { Loaded } from '@/shared/components/Loaded'
import { Panel } from '@/shared/components/Panel'
import { useText } from '@/shared/hooks/useLanguage'
import { Lift } from './Lift'
import { ShareBar } from './ShareBar'
import { usePartName } from './usePartName'
import styles from './Analysis.module.css'

interface Props {
  left: { id: string; name: string }
  right: { id: string; name: string }
}

/** Where two segments differ most. */
export function ContrastsPanel({ left, right }: Props) {
  const { t } = useTranslation()
  const { id: brand } = useBrand()
  const contrasts = useQuery(contrastSegmentsOptions({ path: { brand }, query: { left: left.id, right: right.id } }))
  return (
    <Panel flush title={t('analysis.compare.contrasts')} note={t('analysis.compare.contrastsNote')}>
      <Loaded query={contrasts} rows={6}>
        {(data) => <Lines contrasts={data} names={[left.name, right.name]} />}
      </Loaded>
    </Panel>
  )
}

function Lines({ contrasts, names }: { contrasts: Contrasts; names: [string, string] }) {
  const { t } = useTranslation()
  const text = useText()
  const nameOf = usePartName()
  const { left, right, skipped } = contrasts
  const most = Math.max(0, ...contrasts.contrasts.map(({ inLeft, inRight }) => Math.max(left > 0 ? inLeft / left : 0, right > 0 ? inRight / right : 0)))
  const columns: TableColumnsType<Contrast> = [
    {
      title: t('analysis.compare.feature'),
      render: (_, contrast) => (
        <>
          <span className="ww-muted">{text(contrast.label)}</span> {nameOf(contrast)}
        </>
      ),
    },
    { title: names[0], render: (_, { inLeft }) => <ShareBar count={inLeft} of={left} most={most} /> },
    { title: names[1], render: (_, { inRight }) => <ShareBar quiet count={inRight} of={right} most={most} /> },
    { title: t('analysis.compare.times'), className: 'ww-right', render: (_, { lift, inLeft, inRight }) => <Lift lift={lift} people={Math.max(inLeft, inRight)} /> },
  ]
  return (
    <>
      <Table
        size="small"
        rowKey={({ attribute, kind, from, to }) => `${attribute}:${kind}:${from}:${to}`}
        columns={columns}
        dataSource={contrasts.contrasts}
        pagination={false}
        scroll={{ x: 560 }}
        locale={{ emptyText: <EmptyState title={t('analysis.compare.alike')} /> }}
      />
      {skipped.length > 0 && <p className={`ww-muted ww-small ${styles.foot}`}>{t('analysis.compare.skipped', { names: skipped.map(text).join(' · ') })}</p>}
    </>
  )
}

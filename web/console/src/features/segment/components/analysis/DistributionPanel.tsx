import { useQuery } from '@tanstack/react-query'
import { Select, Table, type TableColumnsType } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Distribution, Share } from '@/client'
import { segmentDistributionOptions } from '@/client/@tanstack/react-query.gen'
import { useBrand } from '@/shared/brand/BrandContext'
import { useSegmentFields } from '@/shared/builder/useSegmentFields'
import { Defined } from '@/shared/components/Definition'
import { Loaded } from '@/shared/components/Loaded'
import { Panel } from '@/shared/components/Panel'
import { useFormat } from '@/shared/hooks/useFormat'
import { useText } from '@/shared/hooks/useLanguage'
import { Lift } from './Lift'
import { ShareBar } from './ShareBar'
import { useNewSegment } from './useNewSegment'
import { usePartName } from './usePartName'
import styles from './Analysis.module.css'

interface Props {
  segment: string
  attribute: string | undefined
  onAttribute: (attribute: string) => void
}

/** How an attribute's values are spread over a segment, beside all customers. */
export function DistributionPanel({ segment, attribute, onAttribute }: Props) {
  const { t } = useTranslation()
  const { id: brand } = useBrand()
  const text = useText()
  const fields = useSegmentFields()
  const asked = attribute ?? fields[0]?.attribute
  const distribution = useQuery({
    ...segmentDistributionOptions({ path: { brand, id: segment }, query: { attribute: asked ?? '' } }),
    enabled: asked !== undefined,
  })
  return (
    <Panel
      flush
      title={t('analysis.distribution.title')}
      note={t('analysis.distribution.note')}
      extra={
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          style={{ width: 200 }}
          aria-label={t('analysis.distribution.attribute')}
          value={asked}
          options={fields.map((field) => ({ value: field.attribute, label: text(field.label) || field.attribute }))}
          onChange={onAttribute}
        />
      }
    >
      <Loaded query={distribution} rows={6}>
        {(data) => <Parts distribution={data} />}
      </Loaded>
    </Panel>
  )
}

function Parts({ distribution: { parts, size, base, dataAt, millis } }: { distribution: Distribution }) {
  const { t } = useTranslation()
  const format = useFormat()
  const nameOf = usePartName()
  const newSegment = useNewSegment()
  const most = Math.max(...parts.map(({ inSegment, inAll }) => Math.max(size > 0 ? inSegment / size : 0, base > 0 ? inAll / base : 0)))
  const columns: TableColumnsType<Share> = [
    { title: t('analysis.distribution.value'), render: (_, part) => <span className={part.kind === 'unknown' || part.kind === 'rest' ? 'ww-muted' : undefined}>{nameOf(part)}</span> },
    { title: t('analysis.distribution.inSegment'), render: (_, { inSegment }) => <ShareBar count={inSegment} of={size} most={most} /> },
    { title: t('analysis.distribution.inAll'), render: (_, { inAll }) => <ShareBar quiet count={inAll} of={base} most={most} /> },
    {
      title: <Defined meaning={{ definition: t('analysis.distribution.liftMeaning') }}>{t('analysis.distribution.lift')}</Defined>,
      className: 'ww-right',
      render: (_, { lift, inSegment }) => <Lift lift={lift} people={inSegment} />,
    },
    { title: '', className: 'ww-right', render: (_, { definition, inSegment }) => inSegment > 0 && <Link to={newSegment(definition)}>{t('analysis.createSegment')}</Link> },
  ]
  return (
    <>
      <Table size="small" rowKey={({ kind, from, to }) => `${kind}:${from}:${to}`} columns={columns} dataSource={parts} pagination={false} scroll={{ x: 620 }} />
      <p className={`ww-muted ww-small ${styles.foot}`}>{t('analysis.dataAt', { at: format.time(dataAt), millis: format.exact(millis) })}</p>
    </>
  )
}

import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { listGuideValuesOptions } from '@/client/@tanstack/react-query.gen'
import { useBrand } from '@/shared/brand/BrandContext'
import { RowFrame } from './RowFrame'
import { statesOf, takesGuides, TOUCHPOINT_CHANNELS, type TouchpointDraft } from './touchpointDraft'

export function TouchpointRow({ row, onChange }: { row: TouchpointDraft; onChange: (next: TouchpointDraft | null) => void }) {
  const { t } = useTranslation()
  return (
    <RowFrame row={row} onChange={onChange}>
      <Select
        style={{ width: 120 }}
        aria-label={t('segmentRow.touchpoint.channel')}
        value={row.channel}
        options={TOUCHPOINT_CHANNELS.map((value) => ({ value, label: t(`segmentRow.channels.${value}`) }))}
        onChange={(channel) => onChange({ ...row, channel, state: statesOf(channel).includes(row.state) ? row.state : 'has' })}
      />
      <Select
        style={{ width: 190 }}
        aria-label={t('segmentRow.touchpoint.state')}
        value={row.state}
        options={statesOf(row.channel).map((value) => ({ value, label: t(`segmentRow.states.${value}`) }))}
        onChange={(state) => onChange({ ...row, state })}
      />
      {takesGuides(row) && <GuideSelect guides={row.guides} onChange={(guides) => onChange({ ...row, guides })} />}
    </RowFrame>
  )
}

function GuideSelect({ guides, onChange }: { guides: string[]; onChange: (guides: string[]) => void }) {
  const { t } = useTranslation()
  const { id: brand } = useBrand()
  const { data } = useQuery({ ...listGuideValuesOptions({ path: { brand } }), staleTime: 300_000 })
  return (
    <Select
      mode="tags"
      style={{ minWidth: 160, flex: 1 }}
      aria-label={t('segmentRow.touchpoint.guides')}
      placeholder={t('segmentRow.touchpoint.anyGuide')}
      tokenSeparators={[',', '，', ' ']}
      value={guides}
      options={(data ?? []).map(({ guide }) => ({ value: guide, label: guide }))}
      onChange={onChange}
    />
  )
}

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Input, Modal, Radio } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { takePlay, type JourneyPlay, type TakePlay } from '@/client'
import { listJourneysQueryKey, listSegmentsQueryKey, listTemplatesQueryKey } from '@/client/@tanstack/react-query.gen'
import { useBrand, useBrandPath } from '@/shared/brand/BrandContext'
import { useText } from '@/shared/hooks/useLanguage'
import { useReport } from '@/shared/hooks/useReport'
import { Field } from './Field'

/** Those whose templates are words alone; the others want a template of their platform first. */
const CHANNELS: TakePlay['channel'][] = ['wecom', 'sms', 'email']

/** Makes a draft of a play. */
export function TakePlayDialog({ play, onClose }: { play: JourneyPlay; onClose: () => void }) {
  const { t } = useTranslation()
  const { id: brand } = useBrand()
  const path = useBrandPath()
  const text = useText()
  const navigate = useNavigate()
  const report = useReport()
  const queries = useQueryClient()
  const [name, setName] = useState(text(play.title))
  const [channel, setChannel] = useState<TakePlay['channel']>('wecom')
  const take = useMutation({
    mutationFn: () => takePlay({ path: { brand, play: play.id }, body: { name: name.trim(), channel } }),
    onSuccess: ({ data }) => {
      for (const queryKey of [listJourneysQueryKey({ path: { brand } }), listTemplatesQueryKey({ path: { brand } }), listSegmentsQueryKey({ path: { brand } })]) void queries.invalidateQueries({ queryKey })
      report.done(t('journey.plays.made', { n: Object.keys(play.messages).length }))
      void navigate(path(`/journeys/${data.id}`))
    },
    onError: report.refused,
  })
  return (
    <Modal
      open
      title={t('journey.plays.useTitle', { title: text(play.title) })}
      okText={t('journey.plays.use')}
      okButtonProps={{ disabled: !name.trim(), loading: take.isPending }}
      onOk={() => take.mutate()}
      onCancel={onClose}
    >
      <div className="ww-stack">
        <Field label={t('journey.plays.name')} hint={t('journey.plays.nameHint')}>
          <Input maxLength={60} aria-label={t('journey.plays.name')} value={name} onChange={({ target }) => setName(target.value)} />
        </Field>
        <Field label={t('journey.plays.channel')}>
          <Radio.Group
            aria-label={t('journey.plays.channel')}
            value={channel}
            options={CHANNELS.map((value) => ({ value, label: t(`channel.${value}`) }))}
            onChange={({ target }) => setChannel(target.value as TakePlay['channel'])}
          />
        </Field>
      </div>
    </Modal>
  )
}

import { useQuery } from '@tanstack/react-query'
import { Button, Input, Radio, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { InvitationPreview } from '@/client'
import { listCustomersOptions, listSegmentsOptions } from '@/client/@tanstack/react-query.gen'
import { useBrand } from '@/shared/brand/BrandContext'
import { useDebounced } from '@/shared/hooks/useDebounced'
import { useFormat } from '@/shared/hooks/useFormat'
import { linesOf, MOST_INVITED } from '../api/invited'
import { Field } from './Field'

const PAUSE = 300

interface Props {
  busy: boolean
  /** What was chosen is another thing than what was looked at. */
  onChange: () => void
  onLook: (whom: InvitationPreview) => void
}

/** Whom to invite: a segment, or customers as one has them at hand. */
export function InviteForm({ busy, onChange, onLook }: Props) {
  const { t } = useTranslation()
  const { id: brand } = useBrand()
  const format = useFormat()
  const [by, setBy] = useState<'segment' | 'people'>('segment')
  const [segment, setSegment] = useState<string>()
  const [written, setWritten] = useState('')
  const segments = useQuery(listSegmentsOptions({ path: { brand } })).data ?? []
  const lines = linesOf(written)
  const ready = by === 'segment' ? segment !== undefined : lines.length > 0 && lines.length <= MOST_INVITED

  function change(act: () => void) {
    act()
    onChange()
  }

  return (
    <form
      className="ww-stack"
      onSubmit={(event) => {
        event.preventDefault()
        onLook({ segment: by === 'segment' ? (segment ?? null) : null, people: by === 'people' ? lines : null, customers: null })
      }}
    >
      <Radio.Group
        aria-label={t('journeyInvite.who')}
        optionType="button"
        value={by}
        options={(['segment', 'people'] as const).map((value) => ({ value, label: t(`journeyInvite.by.${value}`) }))}
        onChange={({ target }) => change(() => setBy(target.value as typeof by))}
      />
      {by === 'segment' ? (
        <Field label={t('journeyInvite.segment')}>
          <Select
            showSearch={{ optionFilterProp: 'title' }}
            style={{ width: '100%' }}
            aria-label={t('journeyInvite.segment')}
            value={segment}
            options={segments.map(({ id, name, count }) => ({ value: id, title: name, label: count == null ? name : `${name} · ${t('segment.builder.people', { n: format.count(count) })}` }))}
            onChange={(id) => change(() => setSegment(id))}
          />
        </Field>
      ) : (
        <>
          <CustomerSearch onFound={(no) => change(() => setWritten((now) => [...linesOf(now), String(no)].join('\n')))} />
          <Field label={t('journeyInvite.people')} hint={t('journeyInvite.peopleHint')}>
            <Input.TextArea
              rows={8}
              aria-label={t('journeyInvite.people')}
              status={lines.length > MOST_INVITED ? 'error' : undefined}
              value={written}
              onChange={({ target }) => change(() => setWritten(target.value))}
            />
          </Field>
        </>
      )}
      <div>
        <Button htmlType="submit" type="primary" disabled={!ready} loading={busy} data-testid="invite-look">
          {t('journeyInvite.look')}
        </Button>
      </div>
    </form>
  )
}

function CustomerSearch({ onFound }: { onFound: (no: number) => void }) {
  const { t } = useTranslation()
  const { id: brand } = useBrand()
  const [typed, setTyped] = useState('')
  const q = useDebounced(typed.trim(), PAUSE)
  const found = useQuery({ ...listCustomersOptions({ path: { brand }, query: { q, limit: 10 } }), enabled: q !== '' }).data?.items ?? []
  return (
    <Select<number>
      showSearch={{ filterOption: false, onSearch: setTyped, searchValue: typed }}
      style={{ width: '100%' }}
      aria-label={t('journeyInvite.search')}
      placeholder={t('journeyInvite.search')}
      value={null}
      notFoundContent={q ? t('journeyInvite.nobody') : null}
      options={found.map(({ customerNo, name, phone, city }) => ({
        value: customerNo,
        label: [name ?? t('customer.list.anonymous', { no: customerNo }), phone, city].filter(Boolean).join(' · '),
      }))}
      onSelect={(no) => {
        onFound(no)
        setTyped('')
      }}
    />
  )
}

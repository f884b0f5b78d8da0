import { Button, Space, Table, Tag } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { startMemberBenefit, stopMemberBenefit, type MemberBenefit } from '@/client'
import { listBenefitCalendarQueryKey, listMemberBenefitsQueryKey } from '@/client/@tanstack/react-query.gen'
import { useBrand } from '@/shared/brand/BrandContext'
import { EmptyState } from '@/shared/components/EmptyState'
import { Count, Money } from '@/shared/components/Numbers'
import { Panel } from '@/shared/components/Panel'
import { StateTag } from '@/shared/components/StateTag'
import { useReport } from '@/shared/hooks/useReport'
import { useChange } from '../../api/useChange'
import { useRewardWords } from '../play/useRewardWords'
import { BenefitDialog } from './BenefitDialog'

interface Props {
  benefits: MemberBenefit[]
  /** Which month is looked at: it changes with the benefits. */
  at: { year: number; month: number }
}

/** What members are given without asking, by the programme and beside it. */
export function BenefitsPanel({ benefits, at }: Props) {
  const { t } = useTranslation()
  const { id: brand } = useBrand()
  const reward = useRewardWords()
  const report = useReport()
  const [open, setOpen] = useState<MemberBenefit | 'new' | null>(null)
  const touched = [listMemberBenefitsQueryKey({ path: { brand } }), listBenefitCalendarQueryKey({ path: { brand }, query: at })]
  const turn = useChange(
    ({ id, active }: MemberBenefit) => (active ? stopMemberBenefit : startMemberBenefit)({ path: { brand, id: Number(id) } }),
    touched,
    ({ active }) => t(active ? 'play.calendar.started' : 'play.calendar.stopped'),
  )
  const who = ({ tierNames, planName }: MemberBenefit) => planName ?? (tierNames.length > 0 ? tierNames.join(t('customer.attributes.comma')) : t('play.calendar.allTiers'))
  return (
    <Panel
      flush
      title={t('play.calendar.benefits')}
      extra={
        <Button type="primary" onClick={() => setOpen('new')}>
          {t('play.calendar.create')}
        </Button>
      }
    >
      <Table<MemberBenefit>
        rowKey="id"
        size="middle"
        dataSource={benefits}
        scroll={{ x: 'max-content' }}
        pagination={false}
        locale={{ emptyText: <EmptyState title={t('play.calendar.noBenefits')} text={t('play.calendar.noBenefitsText')} /> }}
        columns={[
          {
            title: t('common.name'),
            render: (_, { benefit, programme }) => (
              <>
                {benefit.name} {programme && <Tag title={t('benefit.programmeHint')}>{t('benefit.programme')}</Tag>}
              </>
            ),
          },
          { title: t('common.state'), render: (_, { active }) => <StateTag tone={active ? 'good' : 'calm'}>{t(active ? 'play.active' : 'play.stopped')}</StateTag> },
          { title: t('play.calendar.occasion'), render: (_, { benefit }) => t(`benefit.every.${benefit.occasion}`) },
          { title: t('benefit.who'), render: (_, row) => who(row) },
          { title: t('play.reward.kind'), render: (_, { benefit }) => reward(benefit.reward) },
          { title: t('play.calendar.given'), className: 'ww-right', render: (_, { given }) => <Count value={given} /> },
          { title: t('benefit.spent'), className: 'ww-right', render: (_, { cost }) => <Money value={cost} /> },
          { title: t('play.calendar.doneOn'), render: (_, { doneOn }) => <span className="ww-number">{doneOn ?? '—'}</span> },
          {
            title: '',
            render: (_, row) =>
              !row.programme && (
                <Space>
                  <Button size="small" onClick={() => setOpen(row)}>
                    {t('common.edit')}
                  </Button>
                  <Button size="small" onClick={() => turn.mutate(row, { onError: report.refused })}>
                    {t(row.active ? 'play.stop' : 'play.start')}
                  </Button>
                </Space>
              ),
          },
        ]}
      />
      {open && <BenefitDialog benefit={open === 'new' ? null : open} onClose={() => setOpen(null)} touched={touched} />}
    </Panel>
  )
}

import { Alert, Button, Input, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Approval, Broadcast } from '@/client'
import { useFormat } from '@/shared/hooks/useFormat'
import { costOf } from '../api/channels'
import { useApproval } from '../api/useApproval'

const MOST = 500

/** Why a second person is needed, who asked, what it would reach and cost, and what was decided. */
export function ApprovalPanel({ broadcast }: { broadcast: Broadcast }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { state, aboveLimit, approval, plan } = broadcast
  if (state === 'planned' && aboveLimit.length > 0) {
    return <Alert type="warning" showIcon title={t('touch.approval.needed')} description={aboveLimit.map((why) => t(`touch.approval.above.${why}`)).join('\n')} style={{ whiteSpace: 'pre-line', marginBottom: 16 }} data-testid="approval-needed" />
  }
  if (!approval || !plan || (state !== 'awaiting' && state !== 'approved' && state !== 'refused')) return null
  const cost = plan.cost && costOf(plan.cost, format)
  return (
    <Alert
      type={state === 'awaiting' ? 'warning' : state === 'approved' ? 'success' : 'error'}
      showIcon
      style={{ marginBottom: 16 }}
      data-testid="approval"
      title={t(`touch.approval.${state}`, { name: approval.decidedBy ?? '', time: format.time(approval.decidedAt) })}
      description={
        <>
          <p>{t('touch.approval.asked', { name: approval.askedBy, time: format.time(approval.askedAt) })}</p>
          <p>{t('touch.approval.reach', { recipients: format.exact(plan.recipients), holdout: format.exact(plan.holdout) })}</p>
          {cost && <p>{t(`touch.channels.${cost.key}`, cost.values)}</p>}
          {approval.reason && <p>{t('touch.approval.because', { reason: approval.reason })}</p>}
          {approval.mayDecide ? <Decision id={broadcast.id} state={state} approval={approval} /> : state === 'awaiting' && <p>{t('touch.approval.notYours')}</p>}
        </>
      }
    />
  )
}

function Decision({ id, state, approval }: { id: string; state: Broadcast['state']; approval: Approval }) {
  const { t } = useTranslation()
  const { approve, refuse } = useApproval(id, approval.round)
  const [asking, setAsking] = useState(false)
  const [reason, setReason] = useState('')
  return (
    <div className="ww-row" style={{ flexWrap: 'wrap' }}>
      {state === 'awaiting' && (
        <Button type="primary" loading={approve.isPending} onClick={() => approve.mutate()} data-testid="approval-approve">
          {t('touch.approval.approve')}
        </Button>
      )}
      <Button danger onClick={() => setAsking(true)} data-testid="approval-refuse">
        {t(state === 'awaiting' ? 'touch.approval.refuse' : 'touch.approval.takeBack')}
      </Button>
      <Modal
        open={asking}
        title={t('touch.approval.refuseTitle')}
        okText={t('touch.approval.refuse')}
        okButtonProps={{ danger: true, disabled: reason.trim() === '', loading: refuse.isPending }}
        onCancel={() => setAsking(false)}
        onOk={() => refuse.mutate(reason, { onSettled: () => setAsking(false) })}
      >
        <Input.TextArea value={reason} maxLength={MOST} rows={3} aria-label={t('touch.approval.reason')} placeholder={t('touch.approval.reasonHint')} onChange={(event) => setReason(event.target.value)} />
      </Modal>
    </div>
  )
}

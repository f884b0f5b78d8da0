import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Input, Toast } from 'antd-mobile'
import { useState } from 'react'
import { claimMemberCouponMutation, listMemberCouponsQueryKey } from '@/client/@tanstack/react-query.gen'
import { path } from '@/shared/brand'
import { tell } from '@/shared/problem'
import { useWords } from '@/words/words'

/** Takes what the code of a poster is for. */
export function ClaimCode() {
  const words = useWords()
  const queries = useQueryClient()
  const [code, setCode] = useState('')
  const claim = useMutation({
    ...claimMemberCouponMutation(),
    onError: tell,
    onSuccess: () => {
      setCode('')
      Toast.show({ icon: 'success', content: words('claimed') })
      void queries.invalidateQueries({ queryKey: listMemberCouponsQueryKey({ path }) })
    },
  })
  return (
    <div className="claim">
      <Input value={code} onChange={setCode} placeholder={words('claimHint')} aria-label={words('claimHint')} maxLength={40} clearable />
      <Button
        size="small"
        color="primary"
        disabled={code.trim() === ''}
        loading={claim.isPending}
        onClick={() => claim.mutate({ path, body: { code: code.trim() } })}
      >
        {words('claim')}
      </Button>
    </div>
  )
}

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Toast } from 'antd-mobile'
import { useState } from 'react'
import { joinMemberPhoneMutation } from '@/client/@tanstack/react-query.gen'
import { PhoneAndCode } from '@/shared/PhoneAndCode'
import { path, useBrand } from '@/shared/brand'
import { tell } from '@/shared/problem'
import { useWords } from '@/words/words'

/** For a member who came by WeChat and has a card under their phone, or wants one. */
export function JoinPhone() {
  const words = useWords()
  const queries = useQueryClient()
  const brand = useBrand()
  const [phone, setPhone] = useState('')
  const [code, setCode] = useState('')
  const join = useMutation({
    ...joinMemberPhoneMutation(),
    onError: tell,
    onSuccess: () => {
      Toast.show({ icon: 'success', content: words('joined') })
      void queries.invalidateQueries()
    },
  })
  if (!brand.data?.phone) return null
  return (
    <section className="panel">
      <h2>{words('joinPhone')}</h2>
      <div className="faint">{words('joinPhoneHint')}</div>
      <div className="sign" style={{ minHeight: 0, padding: 0 }}>
        <PhoneAndCode phone={phone} code={code} onPhone={setPhone} onCode={setCode} />
      </div>
      <Button
        block
        color="primary"
        style={{ marginTop: 14 }}
        disabled={phone === '' || code.length < 6}
        loading={join.isPending}
        onClick={() => join.mutate({ path, body: { phone, code } })}
      >
        {words('joinPhone')}
      </Button>
    </section>
  )
}

import { useMutation } from '@tanstack/react-query'
import { Button, Input, Toast } from 'antd-mobile'
import { useEffect, useState } from 'react'
import { sendSignInCodeMutation } from '@/client/@tanstack/react-query.gen'
import { path } from './brand'
import { tell } from './problem'
import { useWords } from '@/words/words'

interface Props {
  phone: string
  code: string
  onPhone: (phone: string) => void
  onCode: (code: string) => void
}

/** A phone, and the code that was sent to it. */
export function PhoneAndCode({ phone, code, onPhone, onCode }: Props) {
  const words = useWords()
  const [pause, setPause] = useState(0)
  const send = useMutation({
    ...sendSignInCodeMutation(),
    onError: tell,
    onSuccess: ({ pauseSeconds }) => {
      setPause(pauseSeconds)
      Toast.show({ content: words('codeSent') })
    },
  })
  useEffect(() => {
    if (pause <= 0) return
    const timer = setTimeout(() => setPause(pause - 1), 1000)
    return () => clearTimeout(timer)
  }, [pause])
  return (
    <>
      <div className="field">
        <label htmlFor="phone">{words('phone')}</label>
        <Input id="phone" type="tel" autoComplete="tel" value={phone} onChange={onPhone} placeholder="13800000000" maxLength={20} />
      </div>
      <div className="field">
        <label htmlFor="code">{words('code')}</label>
        <Input
          id="code"
          type="text"
          inputMode="numeric"
          autoComplete="one-time-code"
          value={code}
          onChange={onCode}
          placeholder="······"
          maxLength={6}
        />
        <Button
          size="small"
          fill="none"
          color="primary"
          disabled={pause > 0 || phone.length < 8}
          loading={send.isPending}
          style={{ whiteSpace: 'nowrap', flex: 'none' }}
          onClick={() => send.mutate({ path, body: { phone } })}
        >
          {pause > 0 ? words('again', { seconds: pause }) : words('getCode')}
        </Button>
      </div>
    </>
  )
}

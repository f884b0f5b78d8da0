import { Button } from 'antd-mobile'
import { showMemberPass } from '@/client'
import { Loaded } from '@/shared/Loaded'
import { QrCode } from '@/shared/QrCode'
import { path } from '@/shared/brand'
import { usePass } from '@/shared/usePass'
import { useWords } from '@/words/words'

export function CardPass() {
  const words = useWords()
  const pass = usePass('card', async () => (await showMemberPass({ path })).data)
  return (
    <section className="panel pass">
      <h2>{words('showCode')}</h2>
      <Loaded query={pass}>
        {(shown) => (
          <div className="code">
            <QrCode text={shown.text} size={190} label={words('showCode')} />
          </div>
        )}
      </Loaded>
      <div className="faint">{words('refreshes')}</div>
      <Button fill="none" size="small" color="primary" onClick={() => void pass.refetch()}>
        {words('refresh')}
      </Button>
    </section>
  )
}

import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd-mobile'
import { getMemberInviteOptions } from '@/client/@tanstack/react-query.gen'
import { Loaded } from '@/shared/Loaded'
import { Page } from '@/shared/Page'
import { QrCode } from '@/shared/QrCode'
import { path } from '@/shared/brand'
import { copy } from '@/shared/copy'
import { useWords } from '@/words/words'

export function InvitePage() {
  const words = useWords()
  const invite = useQuery(getMemberInviteOptions({ path }))
  return (
    <Page title={words('invite')}>
      <Loaded query={invite}>
        {({ url }) => (
          <section className="panel pass">
            <p>{words('inviteHint')}</p>
            <div className="code">
              <QrCode text={url} size={210} label={words('invite')} />
            </div>
            <p className="link">{url}</p>
            <Button block color="primary" onClick={() => void copy(url)}>
              {words('copyLink')}
            </Button>
          </section>
        )}
      </Loaded>
    </Page>
  )
}

import { Tabs } from 'antd'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { PageHeader } from '@/shared/components/PageHeader'
import { Panel } from '@/shared/components/Panel'
import { CarrierForm } from '../components/CarrierForm'
import { SensitiveWordsForm } from '../components/SensitiveWordsForm'
import { WechatForm } from '../components/WechatForm'

export function ChannelsPage() {
  const { t } = useTranslation()
  const [params, setParams] = useSearchParams()
  return (
    <>
      <PageHeader title={t('touch.settings.title')} headline={t('touch.settings.headline')} />
      <Panel>
        <Tabs
          activeKey={params.get('tab') ?? 'webhook'}
          onChange={(tab) => setParams({ tab }, { replace: true })}
          items={[
            { key: 'webhook', label: t('touch.settings.tabs.webhook'), children: <CarrierForm /> },
            { key: 'official-account', label: t('touch.settings.tabs.officialAccount'), children: <WechatForm kind="official-account" /> },
            { key: 'mini-program', label: t('touch.settings.tabs.miniProgram'), children: <WechatForm kind="mini-program" /> },
            { key: 'words', label: t('touch.settings.tabs.words'), children: <SensitiveWordsForm /> },
          ]}
        />
      </Panel>
    </>
  )
}

import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { useRouteError } from 'react-router'
import { EmptyState } from '@/shared/components/EmptyState'

/** What a page shows when its own code failed. */
export function Crash() {
  const { t } = useTranslation()
  const error = useRouteError()
  return (
    <div role="alert">
      <EmptyState
        title={t('crash.title')}
        text={
          <>
            {t('crash.text')}
            <br />
            <code>{error instanceof Error ? error.message : String(error)}</code>
          </>
        }
        action={<Button onClick={() => window.location.reload()}>{t('crash.reload')}</Button>}
      />
    </div>
  )
}

import { App } from 'antd'
import { useTranslation } from 'react-i18next'
import { problemOf } from '../api/problem'

/**
 * Gives what one person may give only up to a limit: above it, and if the person wants that, a second one is asked
 * instead.
 */
export function useAsking(): <T>(give: () => Promise<T>, ask: () => Promise<unknown>) => Promise<T | 'asked' | 'left'> {
  const { t } = useTranslation()
  const { modal } = App.useApp()
  return async (give, ask) => {
    try {
      return await give()
    } catch (refused) {
      const { code, detail } = problemOf(refused)
      if (code !== 'grant-needs-approval') throw refused
      if (!(await modal.confirm({ title: t('grant.ask'), content: detail, okText: t('grant.ask') }))) return 'left'
      await ask()
      return 'asked'
    }
  }
}

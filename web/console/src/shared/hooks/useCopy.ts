import { App } from 'antd'
import { useTranslation } from 'react-i18next'

/** Copies a text and says so, or how to do it by hand where the browser does not let us. */
export function useCopy() {
  const { t } = useTranslation()
  const { message } = App.useApp()
  return async (text: string) => {
    try {
      await navigator.clipboard.writeText(text)
      message.success(t('common.copied'))
    } catch {
      message.warning(t('common.copyByHand'))
    }
  }
}

import { App } from 'antd'
import { useTranslation } from 'react-i18next'
import { problemOf } from '../api/problem'
import { useProblemWords } from './useProblemWords'

/** Tells the person what an action did, or why it was refused. */
export function useReport() {
  const { notification, message } = App.useApp()
  const words = useProblemWords()
  const { t } = useTranslation()
  return {
    done: (text: string) => void message.success(text),
    refused: (error: unknown) => {
      const problem = problemOf(error)
      const { title, text } = words(problem)
      const parts = (problem.errors ?? []).map((part) => part.detail).filter(Boolean)
      notification.error({
        title,
        description: [text, ...parts, `${t('problem.code')} ${problem.code}${problem.traceId ? ` · ${problem.traceId}` : ''}`].join('\n'),
        duration: 8,
        style: { whiteSpace: 'pre-line' },
      })
    },
  }
}

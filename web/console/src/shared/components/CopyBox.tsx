import { Button, App } from 'antd'
import { CopyOutlined } from '@ant-design/icons'
import { useTranslation } from 'react-i18next'
import styles from './CopyBox.module.css'

/** Text to take away, with a button that copies it. */
export function CopyBox({ text, label, testId }: { text: string; label: string; testId?: string }) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  async function copy() {
    try {
      await navigator.clipboard.writeText(text)
      message.success(t('common.copied'))
    } catch {
      message.warning(t('common.copyByHand'))
    }
  }
  return (
    <div className={styles.box}>
      <pre aria-label={label} data-testid={testId} tabIndex={0}>
        {text}
      </pre>
      <Button size="small" icon={<CopyOutlined />} onClick={() => void copy()}>
        {t('common.copy')}
      </Button>
    </div>
  )
}

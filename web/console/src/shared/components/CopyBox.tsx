import { Button } from 'antd'
import { CopyOutlined } from '@ant-design/icons'
import { useTranslation } from 'react-i18next'
import { useCopy } from '@/shared/hooks/useCopy'
import styles from './CopyBox.module.css'

/** Text to take away, with a button that copies it. */
export function CopyBox({ text, label, testId }: { text: string; label: string; testId?: string }) {
  const { t } = useTranslation()
  const copy = useCopy()
  return (
    <div className={styles.box}>
      <pre aria-label={label} data-testid={testId} tabIndex={0}>
        {text}
      </pre>
      <Button size="small" icon={<CopyOutlined />} onClick={() => void copy(text)}>
        {t('common.copy')}
      </Button>
    </div>
  )
}

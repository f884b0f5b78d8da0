import { PlusOutlined } from '@ant-design/icons'
import { Button, Form, Input } from 'antd'
import type { TextAreaRef } from 'antd/es/input/TextArea'
import { useRef } from 'react'
import { flushSync } from 'react-dom'
import { useTranslation } from 'react-i18next'
import { inserted, liquidOf, VARIABLES, type Variable } from '../api/variables'

/** The message's text, with chips that insert variables where the cursor is. */
export function BodyEditor({ body, onChange }: { body: string; onChange: (body: string) => void }) {
  const { t } = useTranslation()
  const area = useRef<TextAreaRef>(null)

  function insert(variable: Variable) {
    const element = area.current?.resizableTextArea?.textArea
    const from = element?.selectionStart ?? body.length
    const next = inserted(body, liquidOf(variable, t('touch.templates.fallback')), from, element?.selectionEnd ?? from)
    // Drawn at once: a cursor set a frame later would move from under whoever types on.
    flushSync(() => onChange(next.text))
    element?.focus()
    element?.setSelectionRange(next.cursor, next.cursor)
  }

  return (
    <Form.Item
      label={t('touch.templates.body')}
      htmlFor="template-body"
      required
      extra={
        <div className="ww-row" style={{ marginTop: 8 }} role="toolbar" aria-label={t('touch.templates.chips')}>
          <span>{t('touch.templates.chips')}</span>
          {VARIABLES.map((variable) => (
            <Button key={variable} size="small" shape="round" icon={<PlusOutlined />} onClick={() => insert(variable)}>
              {t(`touch.templates.chip.${variable}`)}
            </Button>
          ))}
        </div>
      }
    >
      <Input.TextArea
        id="template-body"
        ref={area}
        autoSize={{ minRows: 7, maxRows: 18 }}
        placeholder={t('touch.templates.bodyPlaceholder')}
        value={body}
        onChange={({ target }) => onChange(target.value)}
      />
    </Form.Item>
  )
}

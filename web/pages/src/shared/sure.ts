import { Dialog } from 'antd-mobile'
import { words } from '@/words/words'

/** Asks once more, with the word for doing it on the button. */
export function sure(content: string, confirmText: string): Promise<boolean> {
  return Dialog.confirm({ content, confirmText, cancelText: words('cancel') })
}

import { Toast } from 'antd-mobile'
import { words } from '@/words/words'

/** Copies a link, or says how else it is copied. */
export async function copy(url: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(url)
    Toast.show({ icon: 'success', content: words('copied') })
  } catch {
    Toast.show({ content: words('cannotCopy') })
  }
}

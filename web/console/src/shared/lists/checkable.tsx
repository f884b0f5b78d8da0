import { CheckOutlined } from '@ant-design/icons'

interface Checkable {
  key: string
  label: string
  checked: boolean
  role: 'menuitemcheckbox' | 'menuitemradio'
}

/** A menu item that is checked or not, for the eye and for who listens to it. */
export function checkable({ checked, ...item }: Checkable) {
  return { ...item, 'aria-checked': checked, icon: <CheckOutlined aria-hidden style={{ visibility: checked ? 'visible' : 'hidden' }} /> }
}

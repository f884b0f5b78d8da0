const KEPT = 'big-type'

/** Everything a sixth larger, for whoever wants it so. */
export const bigType = {
  isOn: () => document.documentElement.classList.contains('big'),
  restore: () => document.documentElement.classList.toggle('big', localStorage.getItem(KEPT) === 'yes'),
  set(on: boolean) {
    localStorage.setItem(KEPT, on ? 'yes' : 'no')
    bigType.restore()
  },
}

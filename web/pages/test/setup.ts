import '@testing-library/jest-dom/vitest'
import { cleanup } from '@testing-library/react'
import { afterEach } from 'vitest'
import '@/shared/reactRoots'
import { speak } from '@/words/words'

speak('zh')
afterEach(() => {
  cleanup()
  localStorage.clear()
  speak('zh')
})

// What jsdom lacks and antd-mobile asks for.
window.matchMedia = (query) =>
  ({ matches: false, media: query, addEventListener() {}, removeEventListener() {}, addListener() {}, removeListener() {} }) as never
window.ResizeObserver = class {
  observe() {}
  unobserve() {}
  disconnect() {}
} as never

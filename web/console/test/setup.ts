import '@testing-library/jest-dom/vitest'
import { cleanup } from '@testing-library/react'
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest'
import { startI18n } from '@/app/i18n'
import { configureClient } from '@/shared/api/configure'
import { server } from './server'

startI18n('zh')

beforeAll(() => {
  server.listen({ onUnhandledRequest: 'error' })
  configureClient()
})
beforeEach(() => {
  document.cookie = 'XSRF-TOKEN=token-of-the-test'
})
afterEach(() => {
  cleanup()
  server.resetHandlers()
  localStorage.clear()
})
afterAll(() => server.close())

// What jsdom lacks and antd asks for.
window.matchMedia = (query) =>
  ({ matches: false, media: query, addEventListener() {}, removeEventListener() {}, addListener() {}, removeListener() {} }) as never
window.ResizeObserver = class {
  observe() {}
  unobserve() {}
  disconnect() {}
} as never
const computedStyle = window.getComputedStyle.bind(window)
window.getComputedStyle = (element) => computedStyle(element)

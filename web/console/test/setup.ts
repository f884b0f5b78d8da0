import '@testing-library/jest-dom/vitest'
import { cleanup, configure } from '@testing-library/react'
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest'
import { startI18n, switchLanguage } from '@/app/i18n'
import { configureClient } from '@/shared/api/configure'
import { server } from './server'

startI18n('zh')
// A page is fetched as a chunk before it asks for its data.
configure({ asyncUtilTimeout: 8_000, getElementError: (message) => new Error(message?.split('\n')[0]) })

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
  switchLanguage('zh')
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
Element.prototype.scrollIntoView = () => {}
// jsdom asks every rule of antd's style sheets for every element; what hides something here is its own style.
window.getComputedStyle = (element) => (element as HTMLElement).style

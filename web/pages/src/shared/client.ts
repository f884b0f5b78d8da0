import { client } from '@/client/client.gen'
import { tag } from '@/words/words'

/** Makes every call speak the reader's language. */
export function configureClient(): void {
  client.setConfig({ baseUrl: window.location.origin, credentials: 'same-origin' })
  client.interceptors.request.use((request) => {
    request.headers.set('Accept-Language', tag())
    return request
  })
}

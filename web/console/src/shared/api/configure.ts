import { client } from '@/client/client.gen'
import { CSRF_HEADER, csrfToken, isUnsafe } from './csrf'
import { problemFromResponse } from './problem'

/** Makes every generated call speak the reader's language, send the CSRF token and throw a ProblemError. */
export function configureClient(): void {
  client.setConfig({ baseUrl: window.location.origin, credentials: 'same-origin' })
  client.interceptors.request.use((request) => {
    request.headers.set('Accept-Language', document.documentElement.lang)
    const token = csrfToken()
    if (token && isUnsafe(request.method)) request.headers.set(CSRF_HEADER, token)
    return request
  })
  client.interceptors.error.use((error, response) => problemFromResponse(error, response))
}

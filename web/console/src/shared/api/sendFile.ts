import { CSRF_HEADER, csrfToken } from './csrf'
import { problemOf, ProblemError } from './problem'

/** Sends a file as it is, with XMLHttpRequest, because fetch cannot say how much of a body has been sent. */
export function sendFile<T>(address: string, file: File, onProgress: (share: number) => void): Promise<T> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', address)
    request.setRequestHeader('Content-Type', 'application/octet-stream')
    request.setRequestHeader('Accept-Language', document.documentElement.lang)
    const token = csrfToken()
    if (token) request.setRequestHeader(CSRF_HEADER, token)
    request.upload.onprogress = ({ loaded, total }) => total > 0 && onProgress(loaded / total)
    request.onerror = () => reject(new ProblemError(problemOf(new TypeError('upload'))))
    request.onload = () => {
      const body = parsed(request.responseText)
      if (request.status >= 200 && request.status < 300) resolve(body as T)
      else reject(new ProblemError(problemOf(body ?? new Error(`HTTP ${request.status}`))))
    }
    request.send(file)
  })
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

import type { Import } from '@/client'
import { CSRF_HEADER, csrfToken } from '@/shared/api/csrf'
import { problemOf, ProblemError } from '@/shared/api/problem'
import type { ImportKind } from './kinds'

/** Uploads with XMLHttpRequest, because fetch cannot say how much of a body has been sent. */
export function uploadFile(brand: string, kind: ImportKind, file: File, onProgress: (share: number) => void): Promise<Import> {
  const query = new URLSearchParams({ kind, filename: file.name })
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', `/api/brands/${encodeURIComponent(brand)}/imports?${query}`)
    request.setRequestHeader('Content-Type', 'application/octet-stream')
    request.setRequestHeader('Accept-Language', document.documentElement.lang)
    const token = csrfToken()
    if (token) request.setRequestHeader(CSRF_HEADER, token)
    request.upload.onprogress = ({ loaded, total }) => total > 0 && onProgress(loaded / total)
    request.onerror = () => reject(new ProblemError(problemOf(new TypeError('upload'))))
    request.onload = () => {
      const body = parsed(request.responseText)
      if (request.status >= 200 && request.status < 300) resolve(body as Import)
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

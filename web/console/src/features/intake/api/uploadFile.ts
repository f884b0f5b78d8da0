import type { Import } from '@/client'
import { sendFile } from '@/shared/api/sendFile'
import type { ImportKind } from './kinds'

export function uploadFile(brand: string, kind: ImportKind, file: File, onProgress: (share: number) => void): Promise<Import> {
  const query = new URLSearchParams({ kind, filename: file.name })
  return sendFile(`/api/brands/${encodeURIComponent(brand)}/imports?${query}`, file, onProgress)
}

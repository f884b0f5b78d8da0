import type { CustomerList, ListPreview } from '@/client'
import { sendFile } from '@/shared/api/sendFile'

/** What an uploaded list can name customers by. */
export const IDENTIFIER_KINDS = ['phone', 'email', 'member_no', 'user_id', 'unionid', 'external_userid', 'openid', 'buyer_id', 'anonymous_id'] as const
export type ListKind = (typeof IDENTIFIER_KINDS)[number]

const lists = (brand: string) => `/api/brands/${encodeURIComponent(brand)}/lists`

/** Looks at the beginning of a file; nothing of it is kept. */
export function previewList(brand: string, file: File, onProgress: (share: number) => void): Promise<ListPreview> {
  return sendFile(`${lists(brand)}/preview?${new URLSearchParams({ filename: file.name })}`, file, onProgress)
}

interface Wish {
  name: string
  column: string
  kind: ListKind
}

export function uploadList(brand: string, file: File, { name, column, kind }: Wish, onProgress: (share: number) => void): Promise<CustomerList> {
  return sendFile(`${lists(brand)}/upload?${new URLSearchParams({ filename: file.name, name, column, kind })}`, file, onProgress)
}

const STORED = 'ww.brand'

export function lastBrand(): string | null {
  return localStorage.getItem(STORED)
}

export function rememberBrand(id: string): void {
  localStorage.setItem(STORED, id)
}

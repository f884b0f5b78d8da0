import { useSyncExternalStore } from 'react'
import { en } from './en'
import { zh } from './zh'

export type Language = 'zh' | 'en'
export type Word = keyof typeof zh

const KEPT = 'language'
const listeners = new Set<() => void>()
let language: Language = kept() ?? (navigator.language.startsWith('zh') ? 'zh' : 'en')
document.documentElement.lang = tag()

function kept(): Language | null {
  const told = localStorage.getItem(KEPT)
  return told === 'zh' || told === 'en' ? told : null
}

/** What the browser and the server call it. */
export function tag(): string {
  return language === 'zh' ? 'zh-CN' : 'en'
}

export function speak(chosen: Language): void {
  language = chosen
  localStorage.setItem(KEPT, chosen)
  document.documentElement.lang = tag()
  listeners.forEach((listener) => listener())
}

export function useLanguage(): Language {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => language,
  )
}

/** The words of a key, with `{name}` filled. */
export function words(key: Word, values: Record<string, string | number> = {}): string {
  const text: string = (language === 'zh' ? zh : en)[key]
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => (name in values ? String(values[name]) : whole))
}

/** Says words, and says them anew when the language changes. */
export function useWords(): typeof words {
  useLanguage()
  return words
}

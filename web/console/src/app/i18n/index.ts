import dayjs from 'dayjs'
import 'dayjs/locale/zh-cn'
import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import { en } from './en'
import { zh } from './zh'

const STORED = 'ww.language'

/** Chinese unless the person chose English before. */
export function startI18n(language = localStorage.getItem(STORED) ?? 'zh') {
  i18next.on('languageChanged', reflect)
  void i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'zh',
    resources: { zh: { translation: zh }, en: { translation: en } },
    interpolation: { escapeValue: false },
    initAsync: false,
  })
  return i18next
}

export function switchLanguage(language: string) {
  localStorage.setItem(STORED, language)
  void i18next.changeLanguage(language)
}

function reflect(language: string) {
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en'
  dayjs.locale(language === 'zh' ? 'zh-cn' : 'en')
}

import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import type { Language } from '../api/problem'
import en from './en.json'
import vi from './vi.json'

const REMEMBERED = 'opencadre.language'

void i18next.use(initReactI18next).init({
  resources: { vi: { translation: vi }, en: { translation: en } },
  lng: localStorage.getItem(REMEMBERED) === 'en' ? 'en' : 'vi',
  fallbackLng: 'vi',
  // React escapes what it renders.
  interpolation: { escapeValue: false },
})

export const currentLanguage = (): Language => (i18next.language === 'en' ? 'en' : 'vi')

export function changeLanguage(language: Language) {
  localStorage.setItem(REMEMBERED, language)
  void i18next.changeLanguage(language)
}

/** `1.234` in Vietnamese, `1,234` in English. */
export const formatNumber = (value: number): string => new Intl.NumberFormat(currentLanguage() === 'en' ? 'en-GB' : 'vi-VN').format(value)

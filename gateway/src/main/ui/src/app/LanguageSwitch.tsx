import { useTranslation } from 'react-i18next'
import { changeLanguage } from '../i18n'

const LANGUAGES = [
  { code: 'vi', name: 'Tiếng Việt' },
  { code: 'en', name: 'English' },
] as const

export function LanguageSwitch() {
  const { t, i18n } = useTranslation()
  return (
    <div className="language" role="group" aria-label={t('language.label')}>
      {LANGUAGES.map(({ code, name }) => (
        <button
          key={code}
          type="button"
          lang={code}
          title={name}
          aria-pressed={i18n.language === code}
          data-testid={`lang-${code}`}
          onClick={() => changeLanguage(code)}
        >
          {code.toUpperCase()}
        </button>
      ))}
    </div>
  )
}

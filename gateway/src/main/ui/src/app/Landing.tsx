import { ReloadOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { LanguageSwitch } from './LanguageSwitch'
import { Mark } from './Mark'

export function Landing({ onLogin }: { onLogin: () => void }) {
  const { t } = useTranslation()
  return (
    <Calm title="OpenCadre" text={t('landing.sentence')}>
      <LoginButton onLogin={onLogin} />
    </Calm>
  )
}

export function Ended({ onLogin }: { onLogin: () => void }) {
  const { t } = useTranslation()
  return (
    <Calm title={t('ended.title')} text={t('ended.sentence')}>
      <LoginButton onLogin={onLogin} />
    </Calm>
  )
}

export function Unreachable({ onRetry }: { onRetry: () => void }) {
  const { t } = useTranslation()
  return (
    <Calm title={t('unreachable.title')} text={t('unreachable.sentence')}>
      <Button type="primary" size="large" icon={<ReloadOutlined />} onClick={onRetry}>
        {t('action.retry')}
      </Button>
    </Calm>
  )
}

function LoginButton({ onLogin }: { onLogin: () => void }) {
  const { t } = useTranslation()
  return (
    <Button type="primary" size="large" data-testid="login-button" onClick={onLogin}>
      {t('action.login')}
    </Button>
  )
}

function Calm({ title, text, children }: { title: string; text: string; children: ReactNode }) {
  return (
    <div className="calm">
      <header>
        <LanguageSwitch />
      </header>
      <main>
        <Mark size={56} />
        <h1>{title}</h1>
        <p>{text}</p>
        {children}
      </main>
    </div>
  )
}

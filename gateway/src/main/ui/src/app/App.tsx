import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { App as AntApp, ConfigProvider } from 'antd'
import enGB from 'antd/locale/en_GB'
import viVN from 'antd/locale/vi_VN'
import dayjs from 'dayjs'
import 'dayjs/locale/en-gb'
import 'dayjs/locale/vi'
import { useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { RouterProvider } from 'react-router/dom'
import { ApiError } from '../api/problem'
import { askAgainWhilePaused } from '../api/paused'
import { nonce } from './nonce'
import { createRouter } from './routes'
import { SessionGate } from './session'
import { appTheme } from './theme'
import { useMedia } from './useMedia'

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      refetchOnWindowFocus: false,
      refetchInterval: askAgainWhilePaused,
      // A refusal stays a refusal. A service that is away is shown as such at once; the panels ask again by themselves.
      retry: (failures, error) => failures < 1 && error instanceof ApiError && error.status === 0,
      retryDelay: 400,
    },
  },
})

export function App() {
  const { i18n } = useTranslation()
  const english = i18n.language === 'en'
  const theme = appTheme(useMedia('(prefers-reduced-motion: reduce)'))

  // Before the children draw: the date picker takes its week and month names from here.
  useMemo(() => dayjs.locale(english ? 'en-gb' : 'vi'), [english])
  useEffect(() => {
    document.documentElement.lang = i18n.language
  }, [i18n.language])

  return (
    <ConfigProvider locale={english ? enGB : viVN} theme={theme} csp={{ nonce }} button={{ autoInsertSpace: false }} form={{ requiredMark }}>
      <AntApp className="app">
        <QueryClientProvider client={queries}>
          <SessionGate>
            <SignedIn />
          </SessionGate>
        </QueryClientProvider>
      </AntApp>
    </ConfigProvider>
  )
}

/** The router is made once the session stands, so that it starts at the address remembered over the login. */
function SignedIn() {
  const [router] = useState(createRouter)
  return <RouterProvider router={router} />
}

/** Most fields are required; the few that are not say so in words. */
function requiredMark(label: React.ReactNode, { required }: { required: boolean }) {
  return <>{label}{required ? null : <Optional />}</>
}

function Optional() {
  const { t } = useTranslation()
  return <span className="optional">{t('form.optional')}</span>
}

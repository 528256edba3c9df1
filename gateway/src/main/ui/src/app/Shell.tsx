import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Outlet, useLocation } from 'react-router'
import { AsOfProvider } from './asOf'
import { Rail } from './Rail'
import { TopBar } from './TopBar'

export function Shell() {
  const { t } = useTranslation()
  const { pathname } = useLocation()
  const page = useRef<HTMLElement>(null)
  const shown = useRef(pathname)

  // Another page is read from its start by keyboard and screen reader too.
  useEffect(() => {
    if (shown.current === pathname) return
    shown.current = pathname
    page.current?.focus({ preventScroll: true })
    window.scrollTo(0, 0)
  }, [pathname])

  return (
    <AsOfProvider>
      <a className="skip" href="#page">
        {t('shell.skip')}
      </a>
      <div className="shell">
        <Rail />
        <div className="body">
          <TopBar />
          <main id="page" ref={page} tabIndex={-1}>
            <Outlet />
          </main>
        </div>
      </div>
    </AsOfProvider>
  )
}

import { App } from 'antd'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useBlocker } from 'react-router'

/** Asks before typed work is lost: on leaving the page, closing the window, and through `confirmLeave` on closing a drawer. */
export function useUnsavedGuard(dirty: () => boolean) {
  const { t } = useTranslation()
  const { modal } = App.useApp()

  const ask = (onLeave: () => void, onStay?: () => void) =>
    modal.confirm({
      title: t('unsaved.title'),
      content: t('unsaved.text'),
      okText: t('unsaved.leave'),
      okButtonProps: { danger: true },
      cancelText: t('unsaved.stay'),
      onOk: onLeave,
      onCancel: onStay,
    })

  // A change of day or tab keeps the form in place; only another page would lose it.
  const blocker = useBlocker(({ currentLocation, nextLocation }) => dirty() && currentLocation.pathname !== nextLocation.pathname)
  useEffect(() => {
    if (blocker.state === 'blocked') ask(() => blocker.proceed(), () => blocker.reset())
    // Asked once for each blocked step.
  }, [blocker.state])

  useEffect(() => {
    const onUnload = (event: BeforeUnloadEvent) => {
      if (dirty()) event.preventDefault()
    }
    window.addEventListener('beforeunload', onUnload)
    return () => window.removeEventListener('beforeunload', onUnload)
  }, [dirty])

  return { confirmLeave: (onLeave: () => void) => (dirty() ? void ask(onLeave) : onLeave()) }
}

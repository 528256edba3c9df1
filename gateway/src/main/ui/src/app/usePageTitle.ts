import { useEffect } from 'react'

/** Names the page in the window and in the history of the browser. */
export function usePageTitle(title: string | undefined) {
  useEffect(() => {
    document.title = title ? `${title} · OpenCadre` : 'OpenCadre'
    return () => {
      document.title = 'OpenCadre'
    }
  }, [title])
}

import { SearchOutlined } from '@ant-design/icons'
import { Input, type InputRef } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation, useSearchParams } from 'react-router'
import { searchedFor } from '../people/filterOf'
import { useGo } from './asOf'

/** Finds people by words of their name; Ctrl K comes here from anywhere. */
export function Search() {
  const { t } = useTranslation()
  const go = useGo()
  const { pathname } = useLocation()
  const [params] = useSearchParams()
  const asked = params.get('q') ?? ''
  const [text, setText] = useState(asked)
  const input = useRef<InputRef>(null)

  useEffect(() => setText(asked), [asked])
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
        event.preventDefault()
        input.current?.focus({ cursor: 'all' })
      }
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])

  return (
    <form
      role="search"
      className="search"
      onSubmit={(event) => {
        event.preventDefault()
        go('/people', searchedFor(text, pathname, params))
      }}
    >
      <Input
        ref={input}
        value={text}
        maxLength={100}
        onChange={(event) => setText(event.target.value)}
        prefix={<SearchOutlined />}
        suffix={<kbd>Ctrl K</kbd>}
        placeholder={t('search.people')}
        aria-label={t('search.people')}
        data-testid="search"
      />
    </form>
  )
}

import { useQuery } from '@tanstack/react-query'
import { Select, type SelectProps } from 'antd'
import { useDeferredValue, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { PersonName } from '../app/PersonName'
import { peopleQuery, personQuery } from './queries'

/** Chooses one of the people in the reader's scope by the beginning of words of the name. */
export function PersonPicker({ value, ...props }: Omit<SelectProps<string>, 'options'>) {
  const { t } = useTranslation()
  const [typed, setTyped] = useState('')
  const words = useDeferredValue(typed.trim())
  const people = useQuery({ ...peopleQuery({ q: words }, undefined), enabled: words.length > 1 })
  const chosen = useQuery({ ...personQuery(value ?? '', undefined), enabled: !!value })
  const known = people.data?.items ?? []
  const listed = [
    ...(chosen.data && !known.some(({ id }) => id === chosen.data.id) ? [{ id: chosen.data.id, fullName: chosen.data.identity.fullName, posts: [] }] : []),
    ...known,
  ]
  return (
    <Select<string>
      showSearch
      value={value}
      filterOption={false}
      loading={people.isFetching}
      placeholder={t('decision.findPerson')}
      notFoundContent={words.length > 1 && !people.isFetching ? t('units.none') : null}
      onSearch={setTyped}
      options={listed.map((person) => ({
        value: person.id,
        label: (
          <>
            <PersonName name={person.fullName} />
            {person.posts[0] && (
              <span className="third">
                {' '}
                {person.posts[0].title}, {person.posts[0].unitName}
              </span>
            )}
          </>
        ),
      }))}
      {...props}
    />
  )
}

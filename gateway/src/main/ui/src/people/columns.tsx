import { ArrowUpOutlined } from '@ant-design/icons'
import { Checkbox, type TableColumnsType } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { PersonRow } from '../api/types'
import { useTo } from '../app/asOf'
import { yearOf } from '../app/dates'
import { DayText } from '../app/DateText'
import { PersonName } from '../app/PersonName'

/** The columns of the list; on a telephone one column of two lines. */
export function usePeopleColumns(small: boolean, picking?: { picked: readonly string[]; onPick: (id: string) => void }): TableColumnsType<PersonRow> {
  const { t } = useTranslation()
  const to = useTo()
  // Reached by Enter on the row, so the link is no second stop of the Tab key.
  const name = (person: PersonRow) => (
    <Link to={to(`/people/${person.id}`)} className="row-link" tabIndex={-1}>
      <PersonName name={person.fullName} />
    </Link>
  )

  if (small) {
    return [
      {
        key: 'name',
        title: t('person.fullName'),
        render: (_, person) => (
          <>
            {name(person)} <span className="third">{yearOf(person.birth)}</span>
            <div className="second">{person.posts.map((post) => `${post.title}, ${post.unitName}`).join('; ')}</div>
          </>
        ),
      },
    ]
  }
  return [
    ...(picking
      ? [
          {
            key: 'pick',
            title: <span className="sr-only">{t('cvForms.pickOne')}</span>,
            width: 40,
            render: (_: unknown, person: PersonRow) => (
              <Checkbox
                checked={picking.picked.includes(person.id)}
                // The space key on the row does the same.
                tabIndex={-1}
                aria-label={t('cvForms.pick', { name: person.fullName })}
                data-testid={`pick-${person.id}`}
                onClick={(event) => event.stopPropagation()}
                onChange={() => picking.onPick(person.id)}
              />
            ),
          },
        ]
      : []),
    {
      key: 'name',
      title: (
        <>
          <b className="text">{t('person.fullName')}</b> {t('people.byGivenName')} <ArrowUpOutlined className="text" aria-hidden />
        </>
      ),
      width: '21%',
      ellipsis: { showTitle: false },
      onCell: (person) => ({ title: person.fullName }),
      render: (_, person) => name(person),
    },
    { key: 'birth', title: t('people.birthYear'), width: 86, render: (_, person) => yearOf(person.birth) },
    { key: 'sex', title: t('person.sex'), width: 82, render: (_, person) => t(`sex.${person.sex}`) },
    {
      key: 'title',
      title: t('post.title'),
      ellipsis: { showTitle: false },
      onCell: (person) => ({ title: person.posts.map((post) => post.title).join('; ') }),
      render: (_, { posts }) =>
        posts[0] ? (
          <span className="with-more">
            <span>{posts[0].title}</span>
            {posts.length > 1 && <span className="more">+{posts.length - 1}</span>}
          </span>
        ) : (
          <span className="third">{t('people.noPost')}</span>
        ),
    },
    {
      key: 'unit',
      title: t('post.unit'),
      ellipsis: { showTitle: false },
      onCell: (person) => ({ title: person.posts[0]?.unitName }),
      render: (_, { posts }) => posts[0]?.unitName,
    },
    {
      key: 'from',
      title: t('post.from'),
      width: 104,
      render: (_, { posts }) => posts[0] && <DayText day={posts[0].validFrom} />,
    },
  ]
}

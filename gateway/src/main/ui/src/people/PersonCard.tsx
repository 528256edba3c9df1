import { CloseOutlined, DownOutlined, UpOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { PersonRow } from '../api/types'
import { useAsOf, useGo } from '../app/asOf'
import { ageOn } from '../app/dates'
import { DayText, PartialText } from '../app/DateText'
import { initials } from '../app/PersonName'
import { formatNumber } from '../i18n'

interface PersonCardProps {
  person: PersonRow
  position: number
  total: string | undefined
  onMove: (step: 1 | -1) => void
  onClose: () => void
}

export function PersonCard({ person, position, total, onMove, onClose }: PersonCardProps) {
  const { t } = useTranslation()
  const go = useGo()
  const { day } = useAsOf()
  const age = ageOn(person.birth, day)
  const place = formatNumber(position)

  return (
    <aside className="card person-card" aria-label={t('card.label')} data-testid="person-card">
      <header>
        <span>{total ? `${place} / ${total}` : place}</span>
        <Button type="text" icon={<UpOutlined />} aria-label={t('card.previous')} onClick={() => onMove(-1)} />
        <Button type="text" icon={<DownOutlined />} aria-label={t('card.next')} onClick={() => onMove(1)} />
        <Button type="text" icon={<CloseOutlined />} aria-label={t('card.close')} onClick={onClose} />
      </header>
      <div className="card-scroll">
        <div className="card-person">
          <span className="initials" aria-hidden>
            {initials(person.fullName)}
          </span>
          <div>
            <h2>{person.fullName}</h2>
            <p>{t(`sex.${person.sex}`)}</p>
            <p>
              {t('person.born')} <PartialText date={person.birth} />
              {age !== undefined && t('person.age', { age })}
            </p>
          </div>
        </div>
        <dl>
          {person.posts.map((post, index) => (
            <div key={index}>
              <dt className={`lane-${post.tree}`}>{t(`tree.${post.tree}`)}</dt>
              <dd>
                {post.title}, {post.unitName}
                <span>
                  {t('period.from')} <DayText day={post.validFrom} />
                </span>
              </dd>
            </div>
          ))}
        </dl>
        {person.posts.length === 0 && <p className="third">{t('people.noPost')}</p>}
      </div>
      <footer>
        <Button type="primary" data-testid="open-dossier" onClick={() => go(`/people/${person.id}`)}>
          {t('card.open')}
        </Button>
      </footer>
    </aside>
  )
}

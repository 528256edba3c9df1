import { EditOutlined } from '@ant-design/icons'
import { Alert, Breadcrumb } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Person } from '../api/types'
import { useAsOf, useTo } from '../app/asOf'
import { ChangeButton } from '../app/ChangeButton'
import { ageOn, holdsOn } from '../app/dates'
import { DayText, PartialText } from '../app/DateText'
import { initials } from '../app/PersonName'
import { PrintButton } from './PrintButton'

interface DossierHeadProps {
  person: Person | undefined
  /** The name as another service knows it, for when personnel-service is away. */
  knownName: string | undefined
  onCorrect: (() => void) | undefined
  onFileNumber: (() => void) | undefined
  /** Asks to have it corrected, in one's own record. */
  onDeclare: (() => void) | undefined
}

export function DossierHead({ person, knownName, onCorrect, onFileNumber, onDeclare }: DossierHeadProps) {
  const { t } = useTranslation()
  const to = useTo()
  const { day } = useAsOf()
  const name = person?.identity.fullName ?? knownName ?? '…'
  const current = person?.assignments.filter((post) => holdsOn(post, day)) ?? []
  const main = current.find((post) => !post.concurrent) ?? current[0]
  const age = person && ageOn(person.identity.birth, day)

  return (
    <header className="dossier-head">
      <Breadcrumb
        items={[
          { title: <Link to={to('/people')}>{t('people.title')}</Link> },
          ...(main ? [{ title: <Link to={to('/people', { unit: main.unitId })}>{main.unitName}</Link> }] : []),
          { title: name },
        ]}
      />
      {person?.closed && (
        <Alert
          type="warning"
          showIcon
          data-testid="merged-into"
          title={t('merge.closed')}
          description={person.mergedInto && <Link to={to(`/people/${person.mergedInto}`)}>{t('merge.toKept')}</Link>}
        />
      )}
      {!!person?.mergedFrom.length && (
        <p className="second" data-testid="merged-from">
          {t('merge.from')}{' '}
          {person.mergedFrom.map((id, at) => (
            <Link key={id} to={to(`/people/${id}`)}>
              {t('merge.record', { number: at + 1 })}
            </Link>
          ))}
        </p>
      )}
      <div className="dossier-who">
        <span className="initials" aria-hidden>
          {name === '…' ? '' : initials(name)}
        </span>
        <div className="dossier-name">
          <h1>{name}</h1>
          {person && (
            <>
              <p className="text">
                {current.length ? current.map((post) => `${post.title}, ${post.unitName}`).join('; ') : t('people.noPost')}
              </p>
              <p>
                {t('person.born')} <PartialText date={person.identity.birth} />
                {age !== undefined && t('person.age', { age })}, {t(`sex.${person.identity.sex}`).toLocaleLowerCase()}
              </p>
            </>
          )}
        </div>
        {person && (
          <dl className="head-facts">
            <div>
              <dt>{t('person.fileNumber')}</dt>
              <dd>
                <span data-testid="file-number">{person.fileNumber ?? '–'}</span>
                {onFileNumber && (
                  <ChangeButton type="link" size="small" icon={<EditOutlined />} aria-label={t('posts.correctThis', { title: t('person.fileNumber') })} onClick={onFileNumber} data-testid="correct-file-number" />
                )}
              </dd>
            </div>
            {main && (
              <>
                <div>
                  <dt>{t('post.scope')}</dt>
                  <dd>{t(`scopeShort.${main.managementScope}`)}</dd>
                </div>
                <div>
                  <dt>{t('dossier.since')}</dt>
                  <dd>
                    <DayText day={main.validFrom} />
                  </dd>
                </div>
              </>
            )}
            <div>
              <dt>{t('dossier.revision')}</dt>
              <dd data-testid="revision">{person.revision}</dd>
            </div>
          </dl>
        )}
        <div className="dossier-acts">
          {onCorrect && person && (
            <ChangeButton icon={<EditOutlined />} onClick={onCorrect} data-testid="correct-identity">
              {t('dossier.correctIdentity')}
            </ChangeButton>
          )}
          {onDeclare && person && (
            <ChangeButton icon={<EditOutlined />} onClick={onDeclare} data-testid="declare-identity">
              {t('declaration.identityAsk')}
            </ChangeButton>
          )}
          <PrintButton />
        </div>
      </div>
    </header>
  )
}

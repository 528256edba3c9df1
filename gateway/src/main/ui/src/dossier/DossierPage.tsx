import { useQuery } from '@tanstack/react-query'
import { Skeleton, Tabs } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useParams, useSearchParams } from 'react-router'
import { hasStatus, isPaused } from '../api/problem'
import { useAsOf, useTo } from '../app/asOf'
import { ClosedRecord } from '../app/closed'
import { useMe } from '../app/me'
import { PrintHead } from '../app/PrintHead'
import { Nothing } from '../app/Missing'
import { ProblemAlert } from '../app/ProblemAlert'
import { useDelayed } from '../app/useDelayed'
import { usePageTitle } from '../app/usePageTitle'
import { CertificatesCard } from '../certificates/CertificatesCard'
import { ConductCard } from '../conduct/ConductCard'
import { CvTab } from '../cv/CvTab'
import { declares } from '../cv/queries'
import { DeclareIdentity } from '../declarations/DeclareIdentity'
import { DocumentsTab } from '../documents/DocumentsTab'
import { StudiesCard } from '../enrolments/StudiesCard'
import { personQuery } from '../people/queries'
import { QualityTab } from '../quality/QualityTab'
import { DossierHead } from './DossierHead'
import { FileNumberDrawer } from './FileNumberDrawer'
import { HistoryTab } from './HistoryTab'
import { Posts } from './Posts'
import { Sources } from './Sources'
import { Timeline } from './Timeline'
import { type Change, ChangeDrawer } from './ChangeDrawer'
import { useSource } from './useSource'
import { ViewsTab } from './ViewsTab'

/** Another person is another page: nothing of the last one may stay, typed words least of all. */
export function DossierPage() {
  const { personId = '' } = useParams()
  return <Dossier key={personId} personId={personId} />
}

function Dossier({ personId }: { personId: string }) {
  const { t } = useTranslation()
  const to = useTo()
  const { asOf } = useAsOf()
  const { me, can } = useMe()
  const [params, setParams] = useSearchParams()
  const { data: person, error, isError, isPending, dataUpdatedAt, refetch } = useQuery(personQuery(personId, asOf))
  const paused = isError && isPaused(error)
  const revision = person?.revision
  const sources = { training: useSource('training', personId, revision), planning: useSource('planning', personId, revision) }
  const [change, setChange] = useState<Change>()
  const [declaring, setDeclaring] = useState(false)
  const [numbering, setNumbering] = useState(false)
  const late = useDelayed(isPending)
  usePageTitle(person?.identity.fullName)

  if (hasStatus(error, 404) || hasStatus(error, 400)) {
    return (
      <Nothing title={t('dossier.missing')}>
        <Link to={to('/people')}>{t('missing.toPeople')}</Link>
      </Nothing>
    )
  }

  const asked = params.get('tab')
  // Until it is known what somebody may, the tab asked for waits: another in its place would read what nobody asked for.
  const open = (key: 'cv' | 'documents' | 'quality' | 'views', action: string) => can(action) || (!me && asked === key)
  const hasPapers = open('documents', 'document.read') || open('documents', 'restricted-document.read')
  const tab = asked === 'history' || (asked === 'documents' && hasPapers) || (asked === 'cv' && open('cv', 'cv.read')) || (asked === 'quality' && open('quality', 'quality.read')) || (asked === 'views' && open('views', 'audit.read')) ? asked : 'summary'
  const waiting = isError ? (
    <ProblemAlert error={error} title={t('dossier.failed')} onRetry={() => void refetch()} />
  ) : (
    <div className="card card-body"><Skeleton active paragraph={{ rows: 5 }} /></div>
  )
  const knownName = Object.values(sources).flatMap((source) => ('panel' in source && source.panel ? [source.panel.fullName] : []))[0]

  return (
    <ClosedRecord value={person?.closed ?? false}>
      <div className="dossier">
        <PrintHead />
        <DossierHead
          person={person}
          knownName={knownName}
          onCorrect={can('person.write') ? () => setChange({ kind: 'identity' }) : undefined}
          onFileNumber={can('person.write') ? () => setNumbering(true) : undefined}
          onDeclare={declares(me, personId) && !can('person.write') ? () => setDeclaring(true) : undefined}
        />
        <Tabs
          className="dossier-tabs"
          activeKey={tab}
          onChange={(key) =>
            setParams((current) => {
              if (key === 'summary') current.delete('tab')
              else current.set('tab', key)
              // Where a finding led is left with the tab.
              current.delete('kind')
              return current
            })
          }
          items={[
            {
              key: 'summary',
              label: t('dossier.summary'),
              children: (
                <div className="dossier-body">
                  <div className="dossier-main">
                    {paused && !person && <ProblemAlert error={error} title={t('dossier.failed')} onRetry={() => void refetch()} />}
                    {isError && !paused && <ProblemAlert error={error} title={t('dossier.failed')} onRetry={() => void refetch()} />}
                    {late && <div className="card card-body"><Skeleton active paragraph={{ rows: 5 }} /></div>}
                    {person && (
                      <>
                        <Timeline assignments={person.assignments} />
                        <Posts assignments={person.assignments} onChange={can('person.write') ? setChange : undefined} />
                        {can('conduct.read') && <ConductCard personId={personId} />}
                      </>
                    )}
                    {/* Of another service: it stands also while personnel-service is away, and a merge leaves it under this record. */}
                    <ClosedRecord value={false}>
                      {(!me || can('certificate.read')) && <CertificatesCard personId={personId} />}
                      {(!me || can('learning.read')) && <StudiesCard personId={personId} />}
                    </ClosedRecord>
                  </div>
                  <Sources person={person} personnelPaused={paused} readAt={dataUpdatedAt} sources={sources} />
                </div>
              ),
            },
            ...(open('cv', 'cv.read') ? [{ key: 'cv', label: t('cv.title'), children: me ? <CvTab personId={personId} /> : waiting }] : []),
            // What was recorded in another tab wants its paper here.
            ...(hasPapers ? [{ key: 'documents', label: t('documents.tab'), destroyOnHidden: true, children: me ? <DocumentsTab personId={personId} /> : waiting }] : []),
            ...(open('quality', 'quality.read')
              ? // Asked anew each time it is looked at: meanwhile something may have been put right in another tab.
                [{ key: 'quality', label: t('quality.of'), destroyOnHidden: true, children: me ? <QualityTab personId={personId} /> : waiting }]
              : []),
            { key: 'history', label: t('dossier.history'), children: <HistoryTab personId={personId} /> },
            ...(open('views', 'audit.read') ? [{ key: 'views', label: t('views.title'), children: me ? <ViewsTab personId={personId} /> : waiting }] : []),
          ]}
        />
        {person && declaring && (
          <DeclareIdentity
            person={person}
            onDone={() => {
              setDeclaring(false)
              // There it waits, beside what stands.
              setParams((current) => {
                current.set('tab', 'cv')
                return current
              })
            }}
            onClose={() => setDeclaring(false)}
          />
        )}
        {person && numbering && <FileNumberDrawer person={person} onClose={() => setNumbering(false)} />}
        {person && change && <ChangeDrawer person={person} change={change} onClose={() => setChange(undefined)} />}
      </div>
    </ClosedRecord>
  )
}

import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Assignment, FileNumberBelief, Identity, PersonHistory } from '../api/types'
import { PartialText } from '../app/DateText'
import { FieldHistory, HistoryOf } from '../history/FieldHistory'
import { usePapers } from '../history/usePapers'
import { ALWAYS, changedLastFirst, versionsOf } from '../history/versions'
import { historyQuery } from '../people/queries'
import { Lane } from './Lane'

/** Every version of every fact that was ever believed: from when to when it was true, by which paper, and who wrote it. */
export function HistoryTab({ personId }: { personId: string }) {
  return (
    <div className="history">
      <HistoryOf query={useQuery(historyQuery(personId))}>{(history) => <Facts personId={personId} history={history} />}</HistoryOf>
    </div>
  )
}

function Facts({ personId, history }: { personId: string; history: PersonHistory }) {
  const { t } = useTranslation()
  const papersOf = usePapers(personId, 'SENSITIVE')
  return (
    <div className="history-facts" data-testid="history">
      <Card title={t('history.identity')}>
        <FieldHistory<Identity>
          label={t('history.identity')}
          versions={versionsOf(history.identities)}
          rowKey={({ recordedFrom, validFrom }) => `${recordedFrom} ${validFrom}`}
          what={(fact) => <IdentityText identity={fact} />}
          valid={(fact) => fact}
          source={() => ({})}
        />
      </Card>
      {history.fileNumbers.length > 0 && (
        <Card title={t('person.fileNumber')}>
          <FieldHistory<FileNumberBelief>
            label={t('person.fileNumber')}
            versions={versionsOf(history.fileNumbers)}
            rowKey={({ recordedFrom }) => recordedFrom}
            what={({ fileNumber }) => fileNumber}
            valid={() => ALWAYS}
            source={() => ({})}
          />
        </Card>
      )}
      {changedLastFirst(history.assignments).map(({ id, rows }) => (
        <Card
          key={id}
          title={
            <>
              <Lane tree={rows[0]!.fact.tree} /> {rows[0]!.fact.title}
            </>
          }
        >
          <FieldHistory<Assignment>
            label={rows[0]!.fact.title}
            versions={rows}
            rowKey={({ recordedFrom, validFrom }) => `${recordedFrom} ${validFrom}`}
            what={(fact) => <PostText post={fact} />}
            valid={(fact) => fact}
            source={(fact) => ({
              ...(fact.decisionId ? { decision: { id: fact.decisionId, number: fact.decisionNumber } } : {}),
              papers: { personId, paperClass: 'SENSITIVE', items: papersOf(id, fact) },
            })}
          />
        </Card>
      ))}
    </div>
  )
}

function Card({ title, children }: { title: ReactNode; children: ReactNode }) {
  return (
    <section className="card">
      <h2>{title}</h2>
      {children}
    </section>
  )
}

function IdentityText({ identity }: { identity: Identity }) {
  const { t } = useTranslation()
  return (
    <>
      {identity.fullName}, {t(`sex.${identity.sex}`).toLocaleLowerCase()}, {t('person.born').toLocaleLowerCase()}{' '}
      <PartialText date={identity.birth} />
    </>
  )
}

function PostText({ post }: { post: Assignment }) {
  const { t } = useTranslation()
  return (
    <>
      {post.title}, {post.unitName}
      {post.concurrent && ` (${t('post.concurrent').toLocaleLowerCase()})`}
      <div className="second">
        {t('post.scope')}: {t(`scopeShort.${post.managementScope}`)}
      </div>
    </>
  )
}

import { PaperClipOutlined } from '@ant-design/icons'
import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Form, Input, Skeleton, Tag } from 'antd'
import type { TFunction } from 'i18next'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { answer, personnel } from '../api/client'
import { hasStatus } from '../api/problem'
import type { CvCatalogue, Declaration, OfferedPaper } from '../api/types'
import { AskDrawer } from '../app/AskDrawer'
import { ChangeButton } from '../app/ChangeButton'
import { InstantText } from '../app/DateText'
import { useMe } from '../app/me'
import { ProblemAlert } from '../app/ProblemAlert'
import { usePurpose } from '../app/purpose'
import { PurposeGate } from '../app/PurposeGate'
import { useDelayed } from '../app/useDelayed'
import { cvKey } from '../cv/queries'
import { said } from '../cv/values'
import { required } from '../people/fields'
import { etag } from '../people/queries'
import { compared } from './compared'
import './declarations.css'
import { withIdentity } from './identity'
import { OfferDrawer } from './OfferDrawer'
import { OfferedPapers } from './OfferedPapers'
import { DECLARED_AT, type DeclaredClass, declarationsKey, declarationsQuery, OFFERED_READ_BY, offeredQuery } from './queries'

type Deed = 'accept' | 'return' | 'withdraw'

interface DeclarationsProps {
  personId: string
  catalogue: CvCatalogue
  fieldClass: DeclaredClass
  /** Whether it is the reader's own record. */
  own: boolean
  /** Whether the reader keeps it, and decides. */
  keeps: boolean
}

/** What the official asked to have changed, each beside what stands; what waits comes first. */
export function Declarations({ personId, catalogue: ofCv, fieldClass, own, keeps }: DeclarationsProps) {
  const { t } = useTranslation()
  const catalogue = withIdentity(ofCv, t)
  const list = useInfiniteQuery(declarationsQuery(personId, fieldClass))
  const [asked, setAsked] = useState<{ deed: Deed; declaration: Declaration }>()
  const [offering, setOffering] = useState<Declaration>()
  const { can } = useMe()
  const known = usePurpose()
  const seesPapers = can(OFFERED_READ_BY)
  const offered = useQuery({ ...offeredQuery(personId), enabled: seesPapers && !!known && !!list.data })
  const papersOf = ({ id }: Declaration) => offered.data?.items.filter(({ declarationId }) => declarationId === id) ?? []
  const late = useDelayed(list.isPending)
  if (hasStatus(list.error, 403) || hasStatus(list.error, 404)) return null
  const all: Declaration[] = list.data?.pages.flatMap(({ items }) => items) ?? []
  const waiting = all.filter(({ state }) => state === 'WAITING')
  const ended = all.filter(({ state }) => state !== 'WAITING')
  if (list.data && all.length === 0) {
    return own ? <p className="declarations-hint second">{t('declaration.hint')}</p> : null
  }
  return (
    <div className="declarations" data-testid={`declarations-${fieldClass}`}>
      <h3>{t('declaration.title')}</h3>
      {list.isError && <ProblemAlert error={list.error} title={t('declaration.failed')} onRetry={() => void list.refetch()} />}
      {late && <Skeleton active paragraph={{ rows: 2 }} />}
      {offered.isError && <ProblemAlert error={offered.error} title={t('declaration.offeredFailed')} onRetry={() => void offered.refetch()} />}
      {seesPapers && !known && waiting.length > 0 && <PurposeGate what={t('declaration.offered')} onOpen={() => undefined} />}
      {waiting.map((declaration) => (
        <One
          key={declaration.id}
          catalogue={catalogue}
          declaration={declaration}
          personId={personId}
          papers={papersOf(declaration)}
          onOffer={own && known ? () => setOffering(declaration) : undefined}
          acts={[...(keeps && !own ? (['accept', 'return'] as const) : []), ...(own ? (['withdraw'] as const) : [])]}
          onAsk={(deed) => setAsked({ deed, declaration })}
        />
      ))}
      {ended.length > 0 && (
        <details className="declarations-ended" open={own && waiting.length === 0}>
          <summary>{t('declaration.ended', { count: ended.length })}</summary>
          {ended.map((declaration) => (
            <One
              key={declaration.id}
              catalogue={catalogue}
              declaration={declaration}
              personId={personId}
              papers={papersOf(declaration)}
              acts={[]}
              onAsk={() => undefined}
            />
          ))}
        </details>
      )}
      {list.hasNextPage && (
        <Button loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {t('work.more')}
        </Button>
      )}
      {offering && <OfferDrawer personId={personId} declaration={offering} onClose={() => setOffering(undefined)} />}
      {asked && (
        <Decide
          {...asked}
          personId={personId}
          catalogue={catalogue}
          fieldClass={fieldClass}
          onClose={() => setAsked(undefined)}
        />
      )}
    </div>
  )
}

const COLOUR = { WAITING: 'processing', ACCEPTED: 'success', RETURNED: 'warning', WITHDRAWN: 'default' } as const

interface OneProps {
  catalogue: CvCatalogue
  declaration: Declaration
  personId: string
  papers: OfferedPaper[]
  /** A paper is offered with it; not there where nobody may. */
  onOffer?: () => void
  acts: readonly Deed[]
  onAsk: (deed: Deed) => void
}

function One({ catalogue, declaration, personId, papers, onOffer, acts, onAsk }: OneProps) {
  const { t } = useTranslation()
  const { state, declaredBy, declaredAt, decidedBy, decidedAt } = declaration
  return (
    <article className="declaration" data-testid="declaration" aria-label={titleOf(catalogue, declaration, t)}>
      <header>
        <b>{titleOf(catalogue, declaration, t)}</b>
        <Tag color={COLOUR[state]}>{t(`declaration.states.${state}`)}</Tag>
        <span className="third">
          {declaredBy} · <InstantText at={declaredAt} />
        </span>
        <span className="declaration-acts">
          {onOffer && (
            <ChangeButton size="small" icon={<PaperClipOutlined />} data-testid="offer-paper" onClick={onOffer}>
              {t('declaration.offer')}
            </ChangeButton>
          )}
          {acts.map((deed) => (
            <ChangeButton
              key={deed}
              size="small"
              type={deed === 'accept' ? 'primary' : 'default'}
              disabled={deed === 'accept' && declaration.changedSince}
              data-testid={`${deed}-declaration`}
              onClick={() => onAsk(deed)}
            >
              {t(`declaration.deeds.${deed}`)}
            </ChangeButton>
          ))}
        </span>
      </header>
      {declaration.changedSince && <Alert type="warning" showIcon title={t('declaration.changedSince')} />}
      <Compared catalogue={catalogue} declaration={declaration} />
      <OfferedPapers personId={personId} papers={papers} />
      {declaration.answer && (
        <p>
          {t('declaration.answer')}: {declaration.answer}
        </p>
      )}
      {decidedAt && state !== 'WITHDRAWN' && (
        <p className="third">
          {decidedBy} · <InstantText at={decidedAt} />
        </p>
      )}
    </article>
  )
}

const kindOf = (catalogue: CvCatalogue, declaration: Declaration) => catalogue.kinds.find(({ code }) => code === declaration.kind)

function titleOf(catalogue: CvCatalogue, declaration: Declaration, t: TFunction): string {
  const kind = kindOf(catalogue, declaration)
  return `${t(`declaration.acts.${declaration.act}`)}: ${kind ? said(kind) : declaration.kind}`
}

/** Old and new, row by row; what differs is marked by a sign too, not by colour alone. */
function Compared({ catalogue, declaration }: { catalogue: CvCatalogue; declaration: Declaration }) {
  const { t } = useTranslation()
  const kind = kindOf(catalogue, declaration)
  const waits = declaration.state === 'WAITING'
  const standing = declaration.act === 'ADD' || !waits ? undefined : declaration.standing?.document
  return (
    <>
      <table className="declaration-table">
        <thead>
          <tr>
            <th scope="col">{t('declaration.field')}</th>
            {waits && declaration.act !== 'ADD' && <th scope="col">{t('declaration.now')}</th>}
            {declaration.act !== 'VOID' && <th scope="col">{t('declaration.declared')}</th>}
          </tr>
        </thead>
        <tbody>
          {kind &&
            compared(catalogue, kind, declaration).map(({ field, now, declared, differs }) => (
              <tr key={field.code} className={waits && differs && declaration.act === 'CORRECT' ? 'differs' : undefined}>
                <th scope="row">{said(field)}</th>
                {waits && declaration.act !== 'ADD' && <td>{now ?? t('declaration.nothing')}</td>}
                {declaration.act !== 'VOID' && (
                  <td>
                    {waits && differs && declaration.act === 'CORRECT' && <span aria-hidden>→ </span>}
                    {declared ?? t('declaration.nothing')}
                  </td>
                )}
              </tr>
            ))}
          {(declaration.document ?? standing) && (
            <tr>
              <th scope="row">{t('conduct.document')}</th>
              {waits && declaration.act !== 'ADD' && <td>{standing ?? t('declaration.nothing')}</td>}
              {declaration.act !== 'VOID' && <td>{declaration.document ?? t('declaration.nothing')}</td>}
            </tr>
          )}
        </tbody>
      </table>
      {declaration.note && (
        <p>
          {t('declaration.note')}: {declaration.note}
        </p>
      )}
    </>
  )
}

interface DecideProps {
  deed: Deed
  declaration: Declaration
  personId: string
  catalogue: CvCatalogue
  fieldClass: DeclaredClass
  onClose: () => void
}

function Decide({ deed, declaration, personId, catalogue, fieldClass, onClose }: DecideProps) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const again = () => {
    void queries.invalidateQueries({ queryKey: declarationsKey(personId) })
    void queries.invalidateQueries({ queryKey: cvKey(personId) })
    if (declaration.kind === 'IDENTITY') void queries.invalidateQueries({ queryKey: ['person', personId] })
  }
  return (
    <AskDrawer<{ reason?: string }, unknown>
      title={t(`declaration.deeds.${deed}`)}
      confirmTestId="confirm-declaration"
      about={
        <>
          <p>
            <b>{titleOf(catalogue, declaration, t)}</b>
          </p>
          <Compared catalogue={catalogue} declaration={declaration} />
          <p className="second">{t(`declaration.means.${deed}`)}</p>
        </>
      }
      names={['reason']}
      initial={{}}
      fields={
        deed !== 'withdraw' && (
          <Form.Item
            name="reason"
            label={t('form.reason')}
            rules={[...(deed === 'return' ? [required(t, t('form.reason'))] : []), { min: 3, max: 500, message: t('form.reasonLength') }]}
          >
            <Input.TextArea rows={3} maxLength={500} data-testid="field-reason" />
          </Form.Item>
        )
      }
      send={({ reason }, key) => {
        const params = {
          path: { personId, declarationId: declaration.id },
          header: { 'If-Match': etag(declaration.revision), 'Idempotency-Key': key },
        }
        const why = reason?.normalize('NFC').trim()
        return deed === 'withdraw'
          ? answer(personnel.POST(`${DECLARED_AT[fieldClass]}/{declarationId}/withdraw`, { params }))
          : answer(
              personnel.POST(`${DECLARED_AT[fieldClass]}/{declarationId}/decide`, {
                params,
                body: { accepted: deed === 'accept', ...(why ? { reason: why } : {}) },
              }),
            )
      }}
      onDone={() => {
        again()
        onClose()
      }}
      onClose={() => {
        // Somebody else may have been faster: what stands is read anew.
        again()
        onClose()
      }}
    />
  )
}

import { FileTextOutlined } from '@ant-design/icons'
import { useMutation } from '@tanstack/react-query'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Paper } from '../api/types'
import { useTo } from '../app/asOf'
import { useMe } from '../app/me'
import { ProblemAlert } from '../app/ProblemAlert'
import { takePaper, type PaperClass } from '../documents/queries'

/** What a belief rests on. */
export interface Source {
  /** The paper as it was typed. */
  document?: string
  decision?: { id: string; number?: string }
  /** Files that lay with it. */
  papers?: { personId: string; paperClass: PaperClass; items: readonly Paper[] }
}

export function SourceText({ document, decision, papers }: Source) {
  const { t } = useTranslation()
  const to = useTo()
  const { can } = useMe()
  const called = decision && (decision.number ? t('history.decision', { number: decision.number }) : t('history.someDecision'))
  return (
    <>
      {document && <div>{document}</div>}
      {decision && <div>{can('decision.read') ? <Link to={to(`/decisions/${decision.id}`)}>{called}</Link> : called}</div>}
      {papers?.items.map((paper) => (
        <PaperButton key={paper.id} personId={papers.personId} paperClass={papers.paperClass} paper={paper} />
      ))}
      {!document && !decision && !papers?.items.length && <span className="third">{t('history.noSource')}</span>}
    </>
  )
}

function PaperButton({ personId, paperClass, paper }: { personId: string; paperClass: PaperClass; paper: Paper }) {
  const { t } = useTranslation()
  const taking = useMutation({ mutationFn: () => takePaper(personId, paperClass, paper) })
  return (
    <div>
      <Button
        type="link"
        size="small"
        className="history-paper"
        icon={<FileTextOutlined />}
        loading={taking.isPending}
        data-testid={`history-paper-${paper.id}`}
        aria-label={t('documents.takeThis', { title: paper.title })}
        onClick={() => taking.mutate()}
      >
        {paper.title}
      </Button>
      {taking.isError && <ProblemAlert error={taking.error} title={t('documents.notTaken')} />}
    </div>
  )
}

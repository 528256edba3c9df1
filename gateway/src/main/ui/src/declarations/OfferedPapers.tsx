import { DownloadOutlined, PaperClipOutlined } from '@ant-design/icons'
import { useMutation } from '@tanstack/react-query'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { OfferedPaper } from '../api/types'
import { ProblemAlert } from '../app/ProblemAlert'
import { sizeText } from '../documents/values'
import { currentLanguage } from '../i18n'
import { takeOffered } from './queries'

/** The papers that were offered with one declaration, each to be saved. */
export function OfferedPapers({ personId, papers }: { personId: string; papers: OfferedPaper[] }) {
  const { t } = useTranslation()
  const take = useMutation({ mutationFn: (paper: OfferedPaper) => takeOffered(personId, paper) })
  if (papers.length === 0) return null
  return (
    <div className="offered" data-testid="offered-papers">
      <p>
        <PaperClipOutlined aria-hidden /> {t('declaration.offered')}:
      </p>
      <ul>
        {papers.map((paper) => (
          <li key={paper.id}>
            <Button
              type="link"
              size="small"
              icon={<DownloadOutlined />}
              loading={take.isPending && take.variables?.id === paper.id}
              onClick={() => take.mutate(paper)}
            >
              {paper.title}
            </Button>
            <span className="third">
              {[paper.number, paper.issuer, paper.file, sizeText(paper.size, currentLanguage())].filter(Boolean).join(' · ')}
            </span>
          </li>
        ))}
      </ul>
      {take.isError && <ProblemAlert error={take.error} title={t('documents.notTaken')} />}
    </div>
  )
}

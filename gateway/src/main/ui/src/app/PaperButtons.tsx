import { FileExcelOutlined, FilePdfOutlined, FileWordOutlined } from '@ant-design/icons'
import { useMutation } from '@tanstack/react-query'
import { App, Button, Modal, Space } from 'antd'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { asPaper, type AsPaper, type Paper, type PrintingService, usePapers } from './paper'
import { ProblemAlert } from './ProblemAlert'
import { purpose } from './purpose'
import { PurposeGate } from './PurposeGate'
import { save } from './save'

const ICONS: Record<Paper, ReactNode> = { docx: <FileWordOutlined />, pdf: <FilePdfOutlined />, xlsx: <FileExcelOutlined /> }

/** A paper, to be saved as Word or, where the server makes them, as PDF; what is sensitive on it is asked for to a purpose. */
export function PaperButtons({ service, label, name, sensitive, testId, only, ask }: {
  service: PrintingService
  label: string
  /** Of the file, without an ending. */
  name: string
  /** What on it is sensitive. */
  sensitive?: string
  testId: string
  /** The one kind of paper that there is of it. */
  only?: Paper
  ask: (asked: AsPaper) => Promise<unknown>
}) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const made = usePapers(service)
  const papers = only ? [only] : made
  const [asking, setAsking] = useState<Paper>()
  const print = useMutation({
    mutationFn: async (paper: Paper) => save(await ask(asPaper(paper)), `${name}.${paper}`),
    onSuccess: () => void message.success(t('paper.done')),
  })
  const begin = (paper: Paper) => (sensitive && !purpose() ? setAsking(paper) : print.mutate(paper))
  return (
    <>
      <Space.Compact>
        {papers.map((paper) => (
          <Button
            key={paper}
            icon={ICONS[paper]}
            loading={print.isPending && print.variables === paper}
            disabled={print.isPending}
            aria-label={paper === 'pdf' ? t('paper.asPdf', { what: label }) : undefined}
            data-testid={paper === 'pdf' ? `${testId}-pdf` : testId}
            onClick={() => begin(paper)}
          >
            {paper === 'pdf' ? 'PDF' : label}
          </Button>
        ))}
      </Space.Compact>
      <Modal open={!!asking} title={label} footer={null} onCancel={() => setAsking(undefined)}>
        <PurposeGate
          what={sensitive ?? ''}
          onOpen={() => {
            setAsking(undefined)
            if (asking) print.mutate(asking)
          }}
        />
      </Modal>
      <Modal open={print.isError} title={label} footer={null} onCancel={() => print.reset()}>
        {print.isError && <ProblemAlert error={print.error} title={t('paper.failed')} />}
      </Modal>
    </>
  )
}

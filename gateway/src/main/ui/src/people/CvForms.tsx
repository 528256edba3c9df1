import { FileZipOutlined } from '@ant-design/icons'
import { useMutation } from '@tanstack/react-query'
import { App, Button, Dropdown, Modal, Progress } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { answer, personnel } from '../api/client'
import { ProblemAlert } from '../app/ProblemAlert'
import { purpose } from '../app/purpose'
import { PurposeGate } from '../app/PurposeGate'
import { save } from '../app/save'
import { useDelayed } from '../app/useDelayed'
import { cvPaper, useCvPapers } from '../cv/PrintCv'
import { filesIn } from './archive'
import type { PeopleFilter } from './queries'

/** As many as one archive takes. */
const MOST = 200

/** The CVs of those who are ticked, or of the whole list, in one archive. */
export function CvForms({ filter, picked, total }: { filter: Omit<PeopleFilter, 'asOf'>; picked: readonly string[]; total: number | undefined }) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const items = useCvPapers()
  const [asking, setAsking] = useState<string>()
  const [done, setDone] = useState(0)
  const count = picked.length || total || 0
  const print = useMutation({
    mutationFn: async (key: string) => {
      setDone(0)
      const { form, paper } = cvPaper(key)
      const query = { form, format: paper === 'pdf' ? ('PDF' as const) : ('WORD' as const), ...(picked.length ? { people: [...picked] } : filter) }
      const stream = await answer(
        personnel.GET('/api/personnel/people/cv-forms', {
          params: { query },
          querySerializer: { array: { style: 'form', explode: false } },
          parseAs: 'stream',
        }),
      )
      save(new Blob(await filesIn(stream as ReadableStream<Uint8Array<ArrayBuffer>>, setDone), { type: 'application/zip' }), 'so-yeu-ly-lich.zip')
    },
    onSuccess: () => void message.success(t('cvForms.done')),
  })
  // Said before anybody waits for it.
  const tooMany = count > MOST
  const late = useDelayed(print.isPending)
  const begin = (key: string) => (purpose() ? print.mutate(key) : setAsking(key))
  return (
    <>
      <Dropdown trigger={['click']} disabled={count === 0 || print.isPending} menu={{ items: items.map((item) => ({ ...item, disabled: tooMany })), onClick: ({ key }) => begin(key) }}>
        <Button icon={<FileZipOutlined />} loading={print.isPending} data-testid="cv-forms" title={tooMany ? t('cvForms.tooMany', { most: MOST }) : undefined}>
          {picked.length ? t('cvForms.picked', { count: picked.length }) : t('cvForms.all')}
        </Button>
      </Dropdown>
      <Modal open={!!asking} title={t('cvForms.title')} footer={null} onCancel={() => setAsking(undefined)}>
        <PurposeGate
          what={t('cvForms.what')}
          onOpen={() => {
            setAsking(undefined)
            if (asking) print.mutate(asking)
          }}
        />
      </Modal>
      <Modal open={late || print.isError} title={t('cvForms.title')} footer={null} closable={print.isError} mask={{ closable: false }} onCancel={() => print.reset()}>
        {print.isError ? (
          <ProblemAlert error={print.error} title={t('paper.failed')} />
        ) : (
          <>
            <Progress percent={count ? Math.min(100, Math.round((done / count) * 100)) : 0} aria-label={t('cvForms.title')} />
            <p className="second" aria-live="polite">
              {t('cvForms.progress', { done, count })}
            </p>
          </>
        )}
      </Modal>
    </>
  )
}

import { FileWordOutlined } from '@ant-design/icons'
import { useMutation } from '@tanstack/react-query'
import { App, Button, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { answer, personnel } from '../api/client'
import { ProblemAlert } from '../app/ProblemAlert'
import { purpose } from '../app/purpose'
import { PurposeGate } from '../app/PurposeGate'
import { save } from '../app/save'
import type { PeopleFilter } from './queries'

/** The people of the list in one line each, as a Word file; what it tells is sensitive, so it is asked for to a purpose. */
export function ExtractList({ filter }: { filter: Omit<PeopleFilter, 'asOf'> }) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const [asking, setAsking] = useState(false)
  const print = useMutation({
    mutationFn: async () => {
      const asked = { params: { query: filter }, parseAs: 'blob' as const }
      save(await answer(personnel.GET('/api/personnel/people/extract-list', asked)), 'danh-sach-trich-ngang.docx')
    },
    onSuccess: () => void message.success(t('extract.done')),
  })
  return (
    <>
      <Button
        icon={<FileWordOutlined />}
        loading={print.isPending}
        data-testid="extract-list"
        onClick={() => (purpose() ? print.mutate() : setAsking(true))}
      >
        {t('extract.print')}
      </Button>
      <Modal open={asking} title={t('extract.title')} footer={null} onCancel={() => setAsking(false)}>
        <PurposeGate
          what={t('extract.what')}
          onOpen={() => {
            setAsking(false)
            print.mutate()
          }}
        />
      </Modal>
      <Modal open={print.isError} title={t('extract.title')} footer={null} onCancel={() => print.reset()}>
        {print.isError && <ProblemAlert error={print.error} title={t('extract.failed')} />}
      </Modal>
    </>
  )
}

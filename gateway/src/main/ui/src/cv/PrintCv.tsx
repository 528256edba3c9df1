import { FileTextOutlined } from '@ant-design/icons'
import { useMutation } from '@tanstack/react-query'
import { Button, Dropdown } from 'antd'
import { useTranslation } from 'react-i18next'
import { answer, personnel } from '../api/client'
import { asPaper, type Paper, usePapers } from '../app/paper'
import { ProblemAlert } from '../app/ProblemAlert'
import { save } from '../app/save'

export const CV_FORMS = ['TT06', 'TCTW98'] as const
export type CvForm = (typeof CV_FORMS)[number]

/** Each official form in each kind of paper that the server makes. */
export function useCvPapers() {
  const { t } = useTranslation()
  return usePapers('personnel').flatMap((paper) =>
    CV_FORMS.map((form) => ({ key: `${form}.${paper}`, label: t('cv.formAs', { form: t(`cv.forms.${form}`), paper: `.${paper}` }) })),
  )
}

/** What a key of {@link useCvPapers} says. */
export const cvPaper = (key: string) => {
  const [form, paper] = key.split('.') as [CvForm, Paper]
  return { form, paper }
}

/** The CV as a file in an official form: with the restricted items for whoever opened them, without them otherwise. */
export function PrintCv({ personId, full }: { personId: string; full: boolean }) {
  const { t } = useTranslation()
  const items = useCvPapers()
  const print = useMutation({
    mutationFn: async (key: string) => {
      const { form, paper } = cvPaper(key)
      const asked = { params: { path: { personId }, query: { form } }, ...asPaper(paper) }
      const file = await answer(
        full ? personnel.GET('/api/personnel/people/{personId}/full-cv-form', asked) : personnel.GET('/api/personnel/people/{personId}/cv-form', asked),
      )
      save(file, `so-yeu-ly-lich-${form.toLowerCase()}.${paper}`)
    },
  })
  return (
    <>
      <Dropdown trigger={['click']} menu={{ items, onClick: ({ key }) => print.mutate(key) }}>
        <Button size="small" type="text" icon={<FileTextOutlined />} loading={print.isPending} data-testid={full ? 'print-full-cv' : 'print-cv'}>
          {t(full ? 'cv.printFull' : 'cv.print')}
        </Button>
      </Dropdown>
      {print.isError && <ProblemAlert error={print.error} title={t('cv.notPrinted')} />}
    </>
  )
}

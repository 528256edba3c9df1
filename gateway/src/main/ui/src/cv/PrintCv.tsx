import { FileWordOutlined } from '@ant-design/icons'
import { useMutation } from '@tanstack/react-query'
import { Button, Dropdown } from 'antd'
import { useTranslation } from 'react-i18next'
import { answer, personnel } from '../api/client'
import { ProblemAlert } from '../app/ProblemAlert'
import { save } from '../app/save'

const FORMS = ['TT06', 'TCTW98'] as const
type Form = (typeof FORMS)[number]

/** The CV as a Word file in an official form: with the restricted items for whoever opened them, without them otherwise. */
export function PrintCv({ personId, full }: { personId: string; full: boolean }) {
  const { t } = useTranslation()
  const print = useMutation({
    mutationFn: async (form: Form) => {
      const asked = { params: { path: { personId }, query: { form } }, parseAs: 'blob' as const }
      const file = await answer(
        full ? personnel.GET('/api/personnel/people/{personId}/full-cv-form', asked) : personnel.GET('/api/personnel/people/{personId}/cv-form', asked),
      )
      save(file, `so-yeu-ly-lich-${form.toLowerCase()}.docx`)
    },
  })
  return (
    <>
      <Dropdown
        trigger={['click']}
        menu={{ items: FORMS.map((form) => ({ key: form, label: t(`cv.forms.${form}`) })), onClick: ({ key }) => print.mutate(key as Form) }}
      >
        <Button size="small" type="text" icon={<FileWordOutlined />} loading={print.isPending} data-testid={full ? 'print-full-cv' : 'print-cv'}>
          {t(full ? 'cv.printFull' : 'cv.print')}
        </Button>
      </Dropdown>
      {print.isError && <ProblemAlert error={print.error} title={t('cv.notPrinted')} />}
    </>
  )
}

import { FileAddOutlined } from '@ant-design/icons'
import { Upload } from 'antd'
import { useTranslation } from 'react-i18next'
import { currentLanguage } from '../i18n'
import { sizeText } from './values'

/** A file dropped or chosen, that takes part in a form like any input. */
export function FilePicker({ id, value, onChange, accept, hint }: {
  id?: string
  value?: File
  onChange?: (file: File) => void
  /** Endings of names, as an input takes them. */
  accept: string
  hint: string
}) {
  const { t } = useTranslation()
  return (
    <Upload.Dragger
      id={id}
      accept={accept}
      maxCount={1}
      fileList={[]}
      data-testid="field-content"
      beforeUpload={(chosen) => {
        onChange?.(chosen as unknown as File)
        return false
      }}
    >
      <p>
        <FileAddOutlined aria-hidden />{' '}
        {value ? (
          <b>
            {value.name} ({sizeText(value.size, currentLanguage())})
          </b>
        ) : (
          t('documents.drop')
        )}
      </p>
      <p className="third">{hint}</p>
    </Upload.Dragger>
  )
}

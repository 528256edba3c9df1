import type { TFunction } from 'i18next'
import type { CvCatalogue, CvField } from '../api/types'

const SEXES = 'SEX'

/**
 * The catalogue with name, sex and birth as one more kind of entry, as they are declared and compared: the service knows it as
 * an entry that has the id of the person.
 */
export function withIdentity(catalogue: CvCatalogue, t: TFunction): CvCatalogue {
  const said = (text: string) => ({ vi: text, en: text })
  const field = (code: string, label: string, rest: Pick<CvField, 'type' | 'list'>): CvField => ({ code, ...said(label), required: true, ...rest })
  return {
    kinds: [
      ...catalogue.kinds,
      {
        code: 'IDENTITY',
        ...said(t('declaration.identity')),
        fieldClass: 'PERSONAL',
        items: {},
        many: false,
        asked: true,
        fields: [
          field('fullName', t('person.fullName'), { type: 'TEXT' }),
          field('sex', t('person.sex'), { type: 'CODE', list: SEXES }),
          field('birth', t('person.birth'), { type: 'DATE' }),
        ],
      },
    ],
    lists: [
      ...catalogue.lists,
      {
        list: SEXES,
        ...said(t('person.sex')),
        source: '',
        confidence: 'CONFIRMED',
        items: (['MALE', 'FEMALE'] as const).map((code) => ({ code, ...said(t(`sex.${code}`)) })),
      },
    ],
  }
}

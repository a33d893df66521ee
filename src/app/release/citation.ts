import { stringify } from 'yaml'

/** What people say of a release that the record does not know. */
export interface Credits {
  /** Null for a title made from what is in it. */
  readonly title: string | null
  /** Who made it, as they want to be cited; none given leaves them unnamed. */
  readonly authors: readonly string[]
}

/** CFF asks for at least one author. */
const UNNAMED = 'The compilers of this record'

/**
 * CITATION.cff (Citation File Format 1.2.0): how to cite the data set.
 * @param version tells this data from any other
 */
export function citationText(title: string, version: string, { authors }: Credits): string {
  return stringify(
    {
      'cff-version': '1.2.0',
      message: 'If you use these data, please cite them, and the reports that they cite.',
      type: 'dataset',
      title,
      version,
      authors: (authors.length > 0 ? authors : [UNNAMED]).map((name) => ({ name })),
    },
    { lineWidth: 0 },
  )
}

import { parse } from 'yaml'
import { z } from 'zod'

const count = z.number().int().min(0)

/** docs/error-causes.yaml. A count that is left out was not made. */
const CausesFile = z.strictObject({
  samples: z.array(
    z.strictObject({
      sample: z.string().min(1),
      date: z.iso.date(),
      causes: z.record(z.string(), z.strictObject({ wrong: count.optional(), missing: count.optional() })),
    }),
  ),
})

/** The causes of wrong and missing events in one sample that people went through. */
export type CausesSample = z.infer<typeof CausesFile>['samples'][number]

/** @throws ZodError when the text does not keep to the form told at the head of the file */
export const parseCauses = (text: string): CausesSample[] => CausesFile.parse(parse(text)).samples

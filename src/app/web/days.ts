import { z } from 'zod'

/** A day, a month or a year as people write it in a field: the pattern of the field. */
export const DAY = '\\d{4}(-\\d\\d(-\\d\\d)?)?'

/** The same in an address. */
export const Day = z.string().regex(new RegExp(`^${DAY}$`), 'write 2025, 2025-10 or 2025-10-27')

import { userInfo } from 'node:os'
import { UsageError } from './context.js'

/** Who runs this, by their name on this machine. @throws UsageError where the system knows no name */
export function userName(): string {
  try {
    return userInfo().username
  } catch {
    throw new UsageError('this machine does not tell who you are', 'say it with --by NAME')
  }
}

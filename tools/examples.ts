/** Reads the examples into a record of their own and shows what came of them: `npm run examples`. */
import { spawnSync } from 'node:child_process'
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { packageRoot } from '../src/app/paths.js'

/** Never the user's record: this one is made anew each time. */
const STORE = '.cache/examples.db'
const MOSCOW = 'examples/moscow-october-2025'
const LANTA = 'examples/lanta-river-2031'
const OVERLAY = ['--codebook', `${LANTA}/codebook`]

/** What a new user would type, in order. */
const RUNS = [
  ['read', MOSCOW, '--store', STORE],
  ['compare', MOSCOW],
  ['dyad', 'RUS', 'PRK', '--store', STORE],
  ['read', LANTA, ...OVERLAY, '--store', STORE],
  ['compare', LANTA, ...OVERLAY],
  ['dyad', 'XAR', 'XBO', ...OVERLAY, '--store', STORE],
] as const

/** Runs the built command line as a user would, in view. */
function run(args: readonly string[]): number {
  process.stdout.write(`\n$ npm run -s rapport -- ${args.join(' ')}\n\n`)
  const program = join(packageRoot, 'dist/app/cli/main.js')
  return spawnSync(process.execPath, [program, ...args], { cwd: packageRoot, stdio: 'inherit' }).status ?? 1
}

function clearStore(): void {
  mkdirSync(join(packageRoot, '.cache'), { recursive: true })
  for (const end of ['', '-wal', '-shm']) rmSync(join(packageRoot, STORE + end), { force: true })
}

clearStore()
// All are run, so that one failure does not hide what the others show.
process.exitCode = Math.max(...RUNS.map(run))

import { createHash } from 'node:crypto'
import { type FileHandle, open } from 'node:fs/promises'
import { join } from 'node:path'

/** Written at once when this much has gathered, in characters. */
const PIECE = 1 << 16

/** A file that is written in pieces and summed on the way. */
export class SummedFile {
  readonly #hash = createHash('sha256')
  #gathered = ''

  private constructor(
    readonly name: string,
    readonly handle: FileHandle,
  ) {}

  /** Makes the file; one that is there already, be it a link, is an error. */
  static async make(folder: string, name: string): Promise<SummedFile> {
    return new SummedFile(name, await open(join(folder, name), 'wx'))
  }

  async write(text: string): Promise<void> {
    this.#gathered += text
    if (this.#gathered.length >= PIECE) await this.#flush()
  }

  /** Ends the file once it is safe on the disk. @returns its SHA-256, in hex */
  async end(): Promise<string> {
    await this.#flush()
    await this.handle.sync()
    await this.handle.close()
    return this.#hash.digest('hex')
  }

  async #flush(): Promise<void> {
    const bytes = Buffer.from(this.#gathered)
    this.#gathered = ''
    this.#hash.update(bytes)
    await this.handle.appendFile(bytes)
  }
}

/** The sum of each file, by its name. */
export type Sums = ReadonlyMap<string, string>

/** What `sha256sum --check` reads. */
export function sumsText(sums: Sums): string {
  const lines = [...sums].sort(([one], [other]) => (one < other ? -1 : 1))
  return lines.map(([name, sum]) => `${sum}  ${name}\n`).join('')
}

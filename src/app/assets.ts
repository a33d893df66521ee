import { readFileSync } from 'node:fs'
import { decodeModel, type ReaderModel } from '../reading/model.js'

/** The package's folder of weights, seen from src/app and from dist/app alike. */
const MODELS = new URL('../../models/', import.meta.url)

/**
 * Reads the reader's weights from the package.
 *
 * @throws when models/reader.bin is missing or is no model
 */
export function loadModel(): ReaderModel {
  return decodeModel(readFileSync(new URL('reader.bin', MODELS)))
}

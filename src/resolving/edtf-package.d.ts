/** The package comes without types; only whether it reads a text is asked of it. */
declare module 'edtf' {
  export default function edtf(text: string): unknown
}

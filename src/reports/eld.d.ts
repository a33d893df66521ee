// The package types its main entry only.
declare module 'eld/extrasmall' {
  export const eld: {
    detect(text: string): {
      readonly language: string
      getScores(): Record<string, number>
      isReliable(): boolean
    }
  }
}

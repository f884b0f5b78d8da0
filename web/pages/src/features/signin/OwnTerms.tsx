/** A brand's own text: an empty line parts paragraphs, `## ` begins a heading. */
export function OwnTerms({ text }: { text: string }) {
  return (
    <>
      {text.split('\n').map((line, at) => {
        if (line.trim() === '') return null
        return line.startsWith('#') ? <h2 key={at}>{line.replace(/^#+\s*/, '')}</h2> : <p key={at}>{line}</p>
      })}
    </>
  )
}

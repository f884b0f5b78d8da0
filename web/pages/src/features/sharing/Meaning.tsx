import { useWords } from '@/words/words'

/** What somebody should know before their points are spent with others'. */
export function Meaning({ everybodySpends, most }: { everybodySpends: boolean; most?: number }) {
  const words = useWords()
  return (
    <section className="panel">
      <h2>{words('sharedMeans')}</h2>
      <ul className="means">
        <li>{words(everybodySpends ? 'sharedMeansEverybody' : 'sharedMeansHolder')}</li>
        <li>{words('sharedMeansOwn')}</li>
        <li>{words('sharedMeansSeen')}</li>
        <li>{words('sharedMeansLeave')}</li>
        {most !== undefined && <li>{words('sharedMeansMost', { most })}</li>}
      </ul>
    </section>
  )
}

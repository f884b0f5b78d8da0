/** JSON for people to read and change; what is no JSON stays as it is. */
export function readable(text: string): string {
  try {
    return JSON.stringify(exactNumbers(text), null, 2).replaceAll(MARKED, '$1')
  } catch {
    return text
  }
}

export function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

const MARK = '\uE000'
const MARKED = new RegExp(`"${MARK}([^"]*)"`, 'g')

/** Long numbers must not lose their last digits on the way through the screen: their text is carried instead. */
function exactNumbers(text: string): unknown {
  JSON.parse(text)
  return JSON.parse(text.replace(/"(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*/g, (token) => (token.startsWith('"') ? token : `"${MARK}${token}"`)))
}

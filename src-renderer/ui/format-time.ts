const SECOND = 1_000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** How long something took: "0.4 s", "12 s", "3 min 20 s", "2 h 5 min". */
export function formatDuration(milliseconds: number): string {
  if (milliseconds < 9_950) return `${Math.max(0.1, Math.round(milliseconds / 100) / 10)} s`
  if (milliseconds < MINUTE) return `${Math.round(milliseconds / SECOND)} s`
  if (milliseconds < HOUR) return twoUnits(milliseconds, MINUTE, 'min', SECOND, 's')
  if (milliseconds < DAY) return twoUnits(milliseconds, HOUR, 'h', MINUTE, 'min')
  return twoUnits(milliseconds, DAY, 'd', HOUR, 'h')
}

function twoUnits(milliseconds: number, big: number, bigName: string, small: number, smallName: string): string {
  const total = Math.round(milliseconds / small)
  const perBig = big / small
  const rest = total % perBig
  const head = `${Math.floor(total / perBig)} ${bigName}`
  return rest === 0 ? head : `${head} ${rest} ${smallName}`
}

/** Clock time for today, with the date for any other day: "12:04", "3 Mar, 12:04". */
export function formatMoment(at: number, now: number, locale?: string): string {
  const time = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit' }).format(at)
  if (new Date(at).toDateString() === new Date(now).toDateString()) return time
  return `${new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short' }).format(at)}, ${time}`
}

/** Clock time to the second, for the timeline. */
export function formatClock(at: number, locale?: string): string {
  return new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', second: '2-digit' }).format(at)
}

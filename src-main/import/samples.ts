import { WordmillError } from '../../src-preload/errors.ts'

/** A list that comes with the app, for people who have none at hand. */
export interface Sample {
  readonly id: string
  readonly name: string
  readonly description: string
  /** Distinct words, as they are looked up. */
  readonly words: readonly string[]
}

const GRE = `
  aberrant abscond abstemious admonish adulterate alacrity ameliorate amenable anachronism approbation arduous assuage
  audacious austere avarice banal belie bolster bombastic burgeon cacophony capricious castigate catalyst caustic
  chicanery coagulate cogent commensurate conundrum craven daunt decorum deference delineate desiccate diatribe
  didactic diffident disparate dogmatic ebullient eclectic efficacy enervate engender ephemeral equivocate erudite
  esoteric eulogy exacerbate fervid fortuitous garrulous gregarious hackneyed iconoclast idolatry immutable
  impecunious intransigent laconic loquacious lucid magnanimous mitigate obdurate obsequious opaque paragon pedantic
  perfidious placate plethora pragmatic prodigal sagacious venerate
`
  .trim()
  .split(/\s+/)

const BUSINESS = `
  account acquisition advertisement agenda agreement allocate annual appointment approve asset audit balance bankrupt
  bargain benchmark benefit bid board bond boom borrow boss brand brief broker budget candidate capital career cash
  cheque client colleague commerce commission commodity compete competitor complaint consumer contract credit creditor
  currency customer deadline deal debt decline deficit delegate deliver demand deposit discount dispatch dividend
  downturn earnings employ employee employer enterprise estimate executive expenditure expense export fee finance
  fluctuate forecast franchise fund growth headquarters hire import incentive income inflation insurance interest
  inventory invest invoice launch lease liability loan loss manufacture margin market merger negotiate network
  partnership payroll pension profit promote purchase quota recruit refund retail revenue salary shareholder stock
  strategy subsidiary supplier tariff trade turnover wage warehouse wholesale
`
  .trim()
  .split(/\s+/)

/** Irregular, ambiguous and oddly spelled forms; they show that a word need not be given in its base form. */
const TRICKY: readonly string[] = [
  'mice',
  'geese',
  'oxen',
  'children',
  'teeth',
  'wolves',
  'leaves',
  'knives',
  'criteria',
  'phenomena',
  'indices',
  'better',
  'worst',
  'happier',
  'farthest',
  'went',
  'took off',
  'broke down',
  'ran out of',
  'looked forward to',
  'lay',
  'lain',
  'bound',
  'wound',
  'found',
  'saw',
  'felt',
  'rose',
  'lying',
  'dying',
  'tying',
  'quizzes',
  'studied',
  'running',
  'resume',
  'résumé',
  'polish',
  'Polish',
  'may',
  "can't",
  'mother-in-law',
  "rock 'n' roll",
  'U.S.',
  'e.g.',
]

export const samples: readonly Sample[] = [
  { id: 'gre', name: `GRE, ${GRE.length} words`, description: 'definitions, examples', words: GRE },
  { id: 'business', name: 'Business English', description: `${BUSINESS.length} words, synonyms`, words: BUSINESS },
  { id: 'tricky', name: 'Tricky forms', description: 'mice, better, took off, leaves …', words: TRICKY },
]

/**
 * One of the lists that come with the app.
 * @throws WordmillError BAD_REQUEST for an unknown id
 */
export function sampleById(id: string): Sample {
  const sample = samples.find((candidate) => candidate.id === id)
  if (sample) return sample
  throw new WordmillError('BAD_REQUEST', 'This sample list does not exist. Choose one of those that are offered.')
}

import { writeFileSync } from 'node:fs'
import { noticeFile } from './notices.ts'

/** Writes the file NOTICE at the top of the checkout. A test fails when it is out of step with `notices()`. */
writeFileSync(new URL('../../../NOTICE', import.meta.url), noticeFile())

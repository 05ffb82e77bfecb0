import { ALL_FIELDS } from '../../../src-preload/model.ts'

export const USAGE = `Usage: wordmill COMMAND [OPTIONS]

  run LIST       look up every word of a list and wait for the answers
  watch JOB      follow a job to its end; a job that was cut short goes on
  jobs           list the jobs, newest first
  show JOB       show a job and its words
  pause JOB      send no more words of a job
  resume JOB     let a paused job go on
  retry JOB      ask again for the words of a job that failed
  cancel JOB     cancel a job; finished entries stay
  serve          run the engine and serve the app to the browser on this machine
  recover        put the latest backup in the place of a damaged library, which is kept

LIST is a text or CSV file, or - for standard input. JOB is an id or the beginning of one.

Options of run
  --fields A,B     ${ALL_FIELDS.join(', ')} (all)
  --priority P     low, normal or high (normal)
  --name NAME      what to call the job (the file's name)
  --column N       the column of a table that holds the words, 1 for the first
Options of run, watch and show
  --out FILE       write the words to FILE.jsonl or FILE.csv, or - for JSON Lines on standard output
Options of serve
  --port N         the port to listen on, 127.0.0.1 only (any free one)
Options of recover
  --backup NAME    another backup than the latest
  --empty          begin an empty library
  --force          also when the library is not damaged
Options of all
  --library DIR    the folder of the library (WORDMILL_LIBRARY, or the desktop app's)
  --json           print JSON for scripts
  --help, --version

Exit status: 0 every word was answered or honestly not found, 1 some words or the job failed, 2 the command or its
list can't be used, 130 interrupted.
`

/** The command line can't be understood: exit status 2. */
export class UsageError extends Error {}

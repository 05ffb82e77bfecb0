// Runs before every other script and has to start on any Node, however old: CommonJS, nothing modern.
const fs = require('fs')
const path = require('path')

/** The sentence to stop with, or undefined when everything is in place. */
function problemOf(version, hasPackages) {
  const parts = version.split('.').map(Number)
  // From 22.18 on Node runs TypeScript without a flag.
  const isRecent = parts[0] > 22 || (parts[0] === 22 && parts[1] >= 18)
  if (!hasPackages) {
    return 'Wordmill is not installed yet: run `npm ci` in this folder first (it brings its own Node 24).'
  }
  if (!isRecent) {
    return (
      'Wordmill needs Node 22.18 or later and this is ' +
      version +
      ': run `npm ci` without --ignore-scripts (it brings Node 24 along) and start Wordmill through npm.'
    )
  }
  return undefined
}

module.exports = { problemOf: problemOf }

if (require.main === module) {
  const packages = path.join(__dirname, '..', '..', 'node_modules', 'electron-vite')
  const problem = problemOf(process.versions.node, fs.existsSync(packages))
  if (problem !== undefined) {
    console.error(problem)
    process.exit(1)
  }
}

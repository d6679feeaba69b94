// Compiles the anchor contract: node compile.mjs OUT-DIR
// Writes OUT-DIR/Anchor.json. The same source and the same compiler give the same bytes.
import { createHash } from 'node:crypto'
import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const here = dirname(fileURLToPath(import.meta.url))

/** npm writes its hidden lock file last, so its age is that of the last complete installation. */
function isInstalled() {
  const installed = statSync(join(here, 'node_modules/.package-lock.json'), { throwIfNoEntry: false })
  return installed !== undefined && installed.mtimeMs >= statSync(join(here, 'package-lock.json')).mtimeMs
}

function install() {
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
  // No package here needs its install script: Anvil's only downloads what npm has already brought.
  execFileSync(npm, ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
    cwd: here,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32'
  })
}

function compile(source) {
  const solc = createRequire(import.meta.url)('solc')
  const input = {
    language: 'Solidity',
    sources: { 'Anchor.sol': { content: source } },
    settings: {
      // The oldest fork that a Besu network of ours may stand on; later ones run the same bytes.
      evmVersion: 'london',
      viaIR: true,
      optimizer: { enabled: true, runs: 1_000_000 },
      // Without the metadata's digest at the end, the code depends on the source's meaning only.
      metadata: { bytecodeHash: 'none', appendCBOR: false },
      outputSelection: { '*': { '*': ['abi', 'evm.bytecode.object', 'evm.deployedBytecode.object'] } }
    }
  }
  const output = JSON.parse(solc.compile(JSON.stringify(input)))
  const complaints = output.errors ?? []
  if (complaints.length > 0) {
    throw new Error(complaints.map((complaint) => complaint.formattedMessage).join('\n'))
  }
  const contract = output.contracts['Anchor.sol'].Anchor
  return {
    compiler: solc.version(),
    source: createHash('sha256').update(source).digest('hex'),
    abi: contract.abi,
    bytecode: '0x' + contract.evm.bytecode.object,
    deployedBytecode: '0x' + contract.evm.deployedBytecode.object
  }
}

const out = process.argv[2]
if (process.argv.length !== 3) {
  console.error('usage: node compile.mjs OUT-DIR')
  process.exit(2)
}
if (!isInstalled()) {
  install()
}
mkdirSync(resolve(out), { recursive: true })
writeFileSync(
  join(resolve(out), 'Anchor.json'),
  JSON.stringify(compile(readFileSync(join(here, 'Anchor.sol'), 'utf8')), null, 2) + '\n'
)

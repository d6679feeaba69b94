// Runs Anvil for as long as somebody holds our standard input: node anvil.mjs BINARY ARGUMENT...
// The pipe closes when the service dies, however it dies, so the node never outlives it.
// Says once, in one line of JSON, which process and which port it became.
import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'

const PATIENCE = 5000
const [binary, ...options] = process.argv.slice(2)

// In a group of its own: Ctrl-C in a terminal is for the service, which then ends us in its order.
const anvil = spawn(binary, options, { stdio: ['ignore', 'pipe', 'inherit'], detached: process.platform !== 'win32' })

function end() {
  anvil.kill('SIGTERM')
  setTimeout(() => anvil.kill('SIGKILL'), PATIENCE)
}

process.stdin.on('end', end).on('error', end).resume()
process.stdout.on('error', end)
process.on('SIGTERM', end)
process.on('SIGINT', () => {})

anvil.on('error', (problem) => {
  console.error(problem.message)
  process.exit(127)
})
anvil.on('exit', (code) => process.exit(code ?? 1))

// Anvil tells of every request; reading on keeps its pipe from filling.
createInterface({ input: anvil.stdout }).on('line', (line) => {
  const listening = /^Listening on .*:(\d+)$/.exec(line)
  if (listening) {
    console.log(JSON.stringify({ pid: anvil.pid, port: Number(listening[1]) }))
  }
})

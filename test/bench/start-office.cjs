/**
 * Starts the built office as the shell does, asks it to describe itself and ends when it has answered:
 * node start-office.cjs OFFICE --ledger FOLDER --resources FOLDER. Plain JavaScript, because taking types out takes time.
 */

const { EventEmitter } = require('node:events')
const { MessageChannel } = require('node:worker_threads')

const parentPort = Object.assign(new EventEmitter(), { postMessage() {} })
process.parentPort = parentPort
const { port1, port2 } = new MessageChannel()
const officeEnd = {
  postMessage: (message) => port1.postMessage(message),
  on: (event, listener) => port1.on(event, (data) => listener({ data })),
  close: () => port1.close(),
}
port2.on('message', ({ reply }) => process.exit(reply?.ok && reply.value.ledgerFailure === null ? 0 : 1))
require(process.argv[2])
parentPort.emit('message', { data: null, ports: [officeEnd] })
port2.postMessage({ type: 'ask', id: 1, call: 'office.describe', input: {}, commandId: null })

import { implement } from '@orpc/server'
import { contract } from '../../src-preload/contract.ts'

const os = implement(contract)
export type Router = ReturnType<typeof os.router>

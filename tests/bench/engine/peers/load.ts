/**
 * Imports a peer by name. The name is not a literal, so the type checker does not look for a package that is only
 * installed for a benchmark; every peer's script names the few types it needs.
 */
export async function load<Module>(name: string): Promise<Module> {
  return (await import(name)) as Module
}

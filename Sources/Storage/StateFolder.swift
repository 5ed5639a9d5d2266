/// The folder that holds progress: `$XDG_STATE_HOME/attend`, or `~/.local/state/attend`; nil when
/// neither is known (the XDG specification has relative values ignored).
package func stateFolder(environment: [String: String]) -> String? {
  if let state = environment["XDG_STATE_HOME"], state.hasPrefix("/") {
    return state.withoutTrailingSlashes + "/attend"
  }
  if let home = environment["HOME"], home.hasPrefix("/") {
    return home.withoutTrailingSlashes + "/.local/state/attend"
  }
  return nil
}

extension String {
  fileprivate var withoutTrailingSlashes: String {
    var path = self[...]
    while path.hasSuffix("/") { path.removeLast() }
    return String(path)
  }
}

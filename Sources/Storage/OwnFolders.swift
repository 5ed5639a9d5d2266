import Notes

/// The folder that holds progress: `$XDG_STATE_HOME/attend`, or `~/.local/state/attend`; nil when
/// neither is known (the XDG specification has relative values ignored). The values are texts of
/// paths, as `Path` makes them.
package func stateFolder(environment: [String: String]) -> Path? {
  if let state = environment["XDG_STATE_HOME"], state.hasPrefix("/") {
    return state.folder.appending("attend")
  }
  if let home = environment["HOME"], home.hasPrefix("/") {
    return home.folder.appending(".local/state/attend")
  }
  return nil
}

extension String {
  /// The folder of that path, without slashes at its end.
  fileprivate var folder: Path {
    var path = self[...]
    while path.count > 1, path.hasSuffix("/") { path.removeLast() }
    return Path(String(path))
  }
}

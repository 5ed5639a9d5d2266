import Notes

/// The folder that holds progress: `$XDG_STATE_HOME/attend`, or `~/.local/state/attend`; nil when
/// neither is known (the XDG specification has relative values ignored). The values are texts of
/// paths, as `Path` makes them.
package func stateFolder(environment: [String: String]) -> Path? {
  ownFolder("XDG_STATE_HOME", ".local/state", environment)
}

/// The folder that holds the reader's config file, likewise.
package func configFolder(environment: [String: String]) -> Path? {
  ownFolder("XDG_CONFIG_HOME", ".config", environment)
}

private func ownFolder(
  _ variable: String, _ fallback: String, _ environment: [String: String]
) -> Path? {
  if let named = environment[variable], named.hasPrefix("/") {
    return named.folder.appending("attend")
  }
  if let home = environment["HOME"], home.hasPrefix("/") {
    return home.folder.appending(fallback + "/attend")
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

import Notes
import Screens
import Storage
import TextUI

/// The reader's config file: read once, and never written.
struct ConfigFile {
  /// Where it is, or would be; nil without a home folder.
  let path: Path?
  /// Whether there is one.
  let exists: Bool
  private(set) var config: Config

  init(environment: [String: String]) {
    path = configFolder(environment: environment)?.appending("config")
    do throws(ReadProblem) {
      guard let path, let bytes = try StateFile.file(path.text) else {
        (exists, config) = (false, Config())
        return
      }
      exists = true
      config =
        bytes.count <= Config.sizeLimit
        ? Config(String(decoding: bytes, as: UTF8.self)) : .refused("it is longer than 1 MB")
    } catch { (exists, config) = (true, .refused(error.message)) }
    // As a shell would have it.
    if let notes = config.notes, notes == "~" || notes.hasPrefix("~/"),
      let home = environment["HOME"]
    {
      config.notes = home + notes.dropFirst()
    }
  }

  /// The first thing that is wrong in it, and where all are told.
  var warning: String? {
    guard let path, let first = config.problems.first else { return nil }
    let others = config.problems.count - 1
    return "\(path.description), line \(first.line): \(first.message)"
      + (others > 0 ? " (and \(others) more: `attend config` tells all)" : "")
  }
}

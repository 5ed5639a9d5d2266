import Libc

/// A program to measure.
struct Program {
  let name: String
  let invocation: Invocation
  var pageDown = "\u{1b}[6~"
  var opensFolders = false
  let environment: [String]

  /// Path and arguments that open a subject; nil if the program cannot open such a thing.
  func command(for subject: Subject) -> [String]? {
    guard opensFolders || !subject.isFolder else { return nil }
    switch invocation {
    case .words(let words):
      // A folder opens at its contents, whatever would open a lesson.
      if subject.isFolder { return [words[0], subject.path] }
      return words.map { $0 == "{file}" ? subject.path : $0 }
    case .pipeline(let line):
      let parts = line.split(separator: "{file}", omittingEmptySubsequences: false)
      return ["/bin/sh", "-c", parts.joined(separator: "\"$1\""), "sh", subject.path]
    }
  }

  /// attend and every peer that is installed, as far as asked for.
  static func all(_ options: Options, home: String) throws(BenchFailure) -> [Program] {
    let environment = environment(home: home)
    var programs: [Program] = []
    if options.wants("attend"), let attend = try attend(options) {
      let arguments = options.attendArguments.split(separator: " ").map(String.init)
      programs.append(
        Program(
          name: "attend", invocation: .words([attend] + arguments), opensFolders: true,
          environment: environment))
    }
    for peer in Peer.all where options.wants(peer.name) {
      guard let invocation = peer.installed(in: searchPath) else { continue }
      programs.append(
        Program(
          name: peer.name, invocation: invocation, pageDown: peer.pageDown,
          environment: environment))
    }
    return programs
  }

  /// What every program finds around it.
  static func environment(home: String) -> [String] {
    [
      "PATH=" + searchPath, "HOME=" + home, "TERM=xterm-256color", "COLORTERM=truecolor",
      "LANG=C.UTF-8", "LC_ALL=C.UTF-8",
    ]
  }

  private static var searchPath: String {
    getenv("PATH").map { String(cString: $0) } ?? "/usr/local/bin:/usr/bin:/bin"
  }

  /// The attend to measure.
  static func attend(_ options: Options) throws(BenchFailure) -> String? {
    if let path = options.attend {
      guard access(path, X_OK) == 0 else { throw .file(path, "is no program") }
      return absolute(path)
    }
    let own = absolute("/proc/self/exe")
    let sibling = own.prefix(upTo: own.lastIndex(of: "/") ?? own.startIndex) + "/attend"
    if access(String(sibling), X_OK) == 0 { return String(sibling) }
    complain("bench: no attend beside bench: build it in the same configuration, or --attend PATH")
    return nil
  }
}

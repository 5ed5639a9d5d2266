import Basics

/// A target as `Package.swift` declares it.
struct DeclaredTarget: Equatable {
  let name: String
  let dependencies: [String]
  /// Its folder, from the package's.
  let path: String
}

/// The targets of a manifest, read from its text: `swift package dump-package` would wait for the
/// build that runs the tests.
enum Manifest {
  /// The calls that declare a target, and the folder where its own stands without a `path`.
  private static let makers = [
    "library": "Sources", ".target": "Sources", ".executableTarget": "Sources",
    ".systemLibrary": "Sources", ".plugin": "Plugins", "tests": "Tests", ".testTarget": "Tests",
  ]

  /// All targets, in the order in which they are declared.
  static func targets(in text: String) -> [DeclaredTarget] {
    var tokens = tokens(of: text)[...]
    // Before it stand the definitions of some of these calls.
    while let token = tokens.first, token != .word("Package") { tokens = tokens.dropFirst() }
    var targets: [DeclaredTarget] = []
    var prefix = ""
    while let token = tokens.popFirst() {
      if case .word(let name) = token, let folder = makers[prefix + name],
        tokens.first == .sign("(")
      {
        let given = name == "tests" ? ["TestSupport"] : []
        targets.append(target(arguments(&tokens), folder, given: given))
      }
      prefix = token == .sign(".") ? "." : ""
    }
    return targets
  }

  private static func target(
    _ arguments: [Argument], _ folder: String, given: [String]
  ) -> DeclaredTarget {
    let plain = arguments.filter { $0.label == nil }
    func strings(_ label: String, plain index: Int) -> [String] {
      (arguments.first { $0.label == label } ?? plain.dropFirst(index).first)?.strings ?? []
    }
    let name = strings("name", plain: 0).first ?? ""
    let path = arguments.first { $0.label == "path" }?.strings.first
    let sources = arguments.first { $0.label == "sources" }?.strings.first
    return DeclaredTarget(
      name: name, dependencies: strings("dependencies", plain: 1) + given,
      path: sources ?? path ?? "\(folder)/\(name)")
  }

  /// One argument of a call: its label, and the text literals in it.
  private struct Argument {
    var label: String?
    var strings: [String] = []
  }

  /// The arguments of the call whose bracket comes next; the tokens after it are left.
  private static func arguments(_ tokens: inout ArraySlice<Token>) -> [Argument] {
    var arguments = [Argument()]
    var depth = 0
    while let token = tokens.popFirst() {
      switch token {
      case .sign("("), .sign("["): depth += 1
      case .sign(")"), .sign("]"):
        depth -= 1
        if depth == 0 { return arguments }
      case .sign(",") where depth == 1: arguments.append(Argument())
      case .word(let word) where depth == 1 && tokens.first == .sign(":"):
        arguments[arguments.count - 1].label = word
      case .string(let text): arguments[arguments.count - 1].strings.append(text)
      default: break
      }
    }
    return arguments
  }

  private enum Token: Equatable {
    case word(String), string(String), sign(Character)
  }

  private static func tokens(of text: String) -> [Token] {
    var scanner = TextScanner(Array(text))
    var tokens: [Token] = []
    func isWord(_ character: Character) -> Bool { character.isLetter || character.isNumber }
    while let character = scanner.take() {
      let start = scanner.position - 1
      if character == "/", scanner.next == "/" {
        scanner.skip { !$0.isNewline }
      } else if character == "\"" {
        scanner.skip { $0 != "\"" }
        tokens.append(.string(String(scanner.read(since: start + 1))))
        scanner.skip()
      } else if isWord(character) {
        scanner.skip(while: isWord)
        tokens.append(.word(String(scanner.read(since: start))))
      } else if !character.isWhitespace {
        tokens.append(.sign(character))
      }
    }
    return tokens
  }
}

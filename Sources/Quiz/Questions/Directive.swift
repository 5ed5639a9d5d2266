import Basics
import Formulas
import Notes
import Numerics

/// What a `quiz` comment says: the identity, and the parameters to draw.
package struct Directive: Equatable, Sendable {
  /// The identity; nil where none was given.
  package var id: String?
  /// Counted up where the question became another one, so that its answers begin again.
  package var revision = 1
  /// The language that it is asked in: translations of a question share its identity.
  package var language: String?
  /// What its author calls it by, for other programs.
  package var tags: [String] = []
  /// The parameters in order; later ones may use earlier ones.
  package var parameters: [Parameter] = []

  /// A name that stands for something drawn again each time.
  package struct Parameter: Equatable, Sendable {
    package let name: String
    let rule: DrawRule

    /// Whether it has entries.
    var isList: Bool {
      switch rule {
      case .int: false
      case .ints, .mat: true
      case .choice(let all): all.contains { if case .list = $0 { true } else { false } }
      }
    }
  }

  package init(id: String? = nil) { self.id = id }

  /// Whether a block's raw HTML is a `quiz` comment.
  package static func isQuiz(_ html: String) -> Bool { body(of: html) != nil }

  private static func body(of html: String) -> Substring? {
    let text = html.trimmed[...]
    guard !QuizComment.isMended(html), text.hasPrefix("<!--"), text.hasSuffix("-->"),
      text.count >= 7
    else { return nil }
    let inner = String(text.dropFirst(4).dropLast(3)).trimmed
    guard inner == "quiz" || inner.hasPrefix("quiz ") || inner.hasPrefix("quiz\n"),
      !QuizRemark.isOne(inner.dropFirst(4))
    else { return nil }
    return inner.dropFirst(4)
  }

  /// What a comment says, and all that is wrong with it.
  static func read(_ html: String) -> (Directive, [ExpressionProblem]) {
    var directive = Directive()
    var problems: [ExpressionProblem] = []
    var seen: Set<String> = []
    func note(_ read: () throws(ExpressionProblem) -> Void) {
      do throws(ExpressionProblem) { try read() } catch { problems.append(error) }
    }
    for word in words(body(of: html) ?? "") {
      note { () throws(ExpressionProblem) in try directive.take(word, &seen) }
    }
    guard problems.isEmpty else { return (directive, problems) }
    if directive.revision > 1, directive.id == nil {
      problems.append(
        ExpressionProblem(
          "rev=\(directive.revision) begins the answers of no id= again",
          remedy: "write id=… beside it, or take rev=\(directive.revision) away"))
    }
    return (directive, problems)
  }

  /// Takes one word of a comment.
  private mutating func take(_ word: String, _ seen: inout Set<String>) throws(ExpressionProblem) {
    let parts = word.split(separator: "=", maxSplits: 1).map(String.init)
    guard parts.count == 2, let name = parts.first else {
      throw ExpressionProblem("\"\(word)\" is not a setting", remedy: "write id=… or name=int(2,4)")
    }
    if Self.settings.contains(name), !seen.insert(name).inserted {
      throw ExpressionProblem(
        "\(name)= is there twice", remedy: "keep one of them, and take \(word) away")
    }
    if try set(name, parts[1]) { return }
    guard name.first?.isLetter == true,
      name.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "_" }),
      Expression.Function(rawValue: name) == nil
    else {
      throw ExpressionProblem(
        "\"\(name)\" cannot name a parameter",
        remedy: "take a letter or a word that is no function, such as a"
      )
    }
    guard !parameters.contains(where: { $0.name == name }) else {
      throw ExpressionProblem(
        "the parameter \(name) is there twice", remedy: "take one of them away, such as \(word)")
    }
    parameters.append(Parameter(name: name, rule: try Self.rule(name, parts[1])))
  }

  /// The names of settings: what stands beside parameters.
  static let settings = ["id", "rev", "lang", "tags"]

  /// Takes a setting; false where the name is none.
  private mutating func set(_ name: String, _ value: String) throws(ExpressionProblem) -> Bool {
    if Self.settings.contains(name), (try? DrawRule(value)) != nil {
      throw ExpressionProblem(
        "\(name)= is a setting, and draws nothing",
        remedy: "name the parameter otherwise, such as "
          + "\(name.prefix(1))=\(value), and where it is used too")
    }
    switch name {
    case "id":
      guard Self.isIdentity(value) else {
        throw ExpressionProblem(
          "id=\(value) may hold only letters, digits, - and _, at most 64 of them",
          remedy: "write "
            + "id=\(LatinLetters.name(of: value))")
      }
      id = value
    case "rev":
      guard let number = Int(value), (1...9_999).contains(number) else {
        throw ExpressionProblem("rev=\(value) is no whole number from 1 on", remedy: "write rev=2")
      }
      revision = number
    case "lang":
      // A country may stand behind the code of a language.
      guard Self.isIdentity(value),
        LanguageCodes.isCode(value.lowercased().prefix(while: \.isLetter))
      else {
        let first = String(value.lowercased().prefix(while: \.isLetter))
        let code =
          LanguageCodes.code(of: value) ?? (LanguageCodes.isCode(first[...]) ? first : "de")
        throw ExpressionProblem("lang=\(value) names no language", remedy: "write lang=\(code)")
      }
      language = value.lowercased()
    case "tags":
      tags = value.split(separator: ",").map(String.init)
      guard !tags.isEmpty, tags.allSatisfy(Self.isIdentity) else {
        let names = value.split { ",;".contains($0) }.map { LatinLetters.name(of: String($0)) }
        throw ExpressionProblem(
          "tags=\(value) is no list of words of letters, digits, - and _",
          remedy: "write "
            + "tags=\(names.isEmpty ? "one,two" : names.joined(separator: ","))")
      }
    default: return false
    }
    return true
  }

  /// How a parameter is drawn; what is no way to draw may be meant for a setting.
  private static func rule(_ name: String, _ value: String) throws(ExpressionProblem) -> DrawRule {
    do throws(ExpressionProblem) { return try DrawRule(value) } catch {
      guard !value.contains("(") else { throw error }
      if name.count > 1, let near = NearestWord.nearest(to: name, among: settings) {
        throw ExpressionProblem("there is no setting \(name)", remedy: "write \(near)=\(value)")
      }
      throw ExpressionProblem(
        "there is no setting \(name) (there are \(settings.joined(separator: ", "))), and a "
          + "parameter is drawn", remedy: "take \(name)=\(value) away, or write \(name)=int(1,9)")
    }
  }

  /// What the question is known by in the log of answers; nil where it has no identity of its own.
  package var identity: String? { id.map { revision > 1 ? "\($0)~\(revision)" : $0 } }

  /// The identity that all revisions of a question share.
  package static func base(of identity: String) -> Substring {
    identity.prefix { $0 != "~" }
  }

  /// Whether a text is what a question may be known by in the log: its identity, and its revision behind a tilde.
  static func namesQuestion(_ name: String) -> Bool {
    let parts = name.split(separator: "~", omittingEmptySubsequences: false).map(String.init)
    return isIdentity(parts[0])
      && (parts.count == 1
        || parts.count == 2
          && Int(parts[1]).map { (2...9_999).contains($0) && "\($0)" == parts[1] } == true)
  }

  private static func isIdentity(_ text: String) -> Bool {
    (1...64).contains(text.count)
      && text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-" || $0 == "_") }
  }

  /// What a comment says, as it is written, without its identity.
  static func otherSettings(_ html: String) -> [String] {
    words(body(of: html) ?? "").filter { word in
      !["id", "rev", "lang"].contains { word.hasPrefix("\($0)=") }
    }
  }

  /// Words separated by white space outside brackets.
  private static func words(_ text: Substring) -> [String] {
    var words: [String] = []
    var word = ""
    var depth = 0
    for character in text {
      if character == "(" { depth += 1 }
      if character == ")" { depth -= 1 }
      if character.isWhitespace {
        if depth <= 0, !word.isEmpty {
          words.append(word)
          word = ""
        }
      } else {
        word.append(character)
      }
    }
    return word.isEmpty ? words : words + [word]
  }

  package func values(
    using generator: inout SeededGenerator
  ) throws(ExpressionProblem) -> [String: Value] {
    var values: [String: Value] = [:]
    for parameter in parameters {
      values[parameter.name] = try parameter.rule.value(values, using: &generator)
    }
    return values
  }
}

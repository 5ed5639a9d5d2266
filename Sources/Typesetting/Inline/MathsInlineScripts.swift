import Basics

extension MathsInline {
  /// A base with its scripts: small characters where Unicode has them, else after `_` and `^`.
  func scripts(_ base: MathsNode, _ pair: MathsScriptPair, tight: Bool) -> String {
    var result = text(base, tight: tight)
    if !MathsPrecedence.isBase(base, of: pair) { result = "(" + result + ")" }
    let lower = pair.lower.map { script($0, raised: false) } ?? ScriptText()
    let upper = pair.upper.map { script($0, raised: true) } ?? ScriptText()
    // Small characters first: in W_Q² the square would seem to belong to Q.
    if !lower.isSmall, upper.isSmall { return result + upper.text + lower.text }
    return result + lower.text + upper.text
  }

  /// A script as it stands beside its base.
  struct ScriptText {
    var text = ""
    /// Whether it is in small characters.
    var isSmall = true
    /// Whether it needs neither a row of its own nor parentheses.
    var isSimple = true
  }

  /// One script beside its base.
  func script(_ node: MathsNode, raised: Bool) -> ScriptText {
    let content = text(node, tight: true)
    if content.isEmpty { return ScriptText() }
    if let small = small(content, raised: raised) { return ScriptText(text: small) }
    let isWord = Self.isWord(content)
    let isBare = isWord || MathsPrecedence.isParenthesised(node)
    let marked = (raised ? "^" : "_") + (isBare ? content : "(" + content + ")")
    return ScriptText(text: marked, isSmall: false, isSimple: ascii && isWord)
  }

  /// The content in small characters; plain text has only the prime.
  private func small(_ content: String, raised: Bool) -> String? {
    if ascii { return raised && content.allSatisfy { $0 == "'" } ? content : nil }
    return raised ? MathsScripts.raised(content) : MathsScripts.lowered(content)
  }

  /// One character, a number or a run of letters.
  private static func isWord(_ content: String) -> Bool {
    let scalars = content.unicodeScalars
    return content.count == 1 || scalars.allSatisfy(\.isDigit)
      || scalars.allSatisfy {
        isWordly($0) && !$0.isDigit
      }
  }
}

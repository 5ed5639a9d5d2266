import Notes

/// Options that tell by their look that they are wrong: struck out, `~~softmax~~`, or all set off where what is right is
/// not.
enum WrongOptions {
  /// Signs that strike out what is wrong.
  private static let strikes = [
    ("~~", "~~"), ("<s>", "</s>"), ("<del>", "</del>"), ("<strike>", "</strike>"),
  ]
  /// Those that names of things have too.
  private static let slants = [("*", "*"), ("_", "_"), ("<i>", "</i>"), ("<em>", "</em>")]

  /// Options that are wrong and struck out, be it some of them, and those that are set off where what is right is not.
  static func find(_ options: [ToldOptions.Option]) -> [Diagnostic] {
    func bare(_ option: ToldOptions.Option, _ frames: [(String, String)]) -> String? {
      ToldOptions.withoutFrame(option.text, frames)
    }
    let wrong = options.filter { !$0.isRight }
    let right = options.filter(\.isRight)
    let struck = wrong.compactMap { option in bare(option, strikes).map { (option, $0) } }
    if !struck.isEmpty, right.allSatisfy({ bare($0, strikes) == nil }) {
      return struck.map { option, bare in
        Diagnostic(
          line: option.line, column: option.item.column,
          "an option that is struck out says that it is wrong",
          remedy: "write \(option.item.marker)[ ] \(bare)")
      }
    }
    let setOff = wrong.compactMap { option in bare(option, ToldOptions.frames).map { (option, $0) }
    }
    guard wrong.count > 1, setOff.count == wrong.count,
      right.allSatisfy({ bare($0, ToldOptions.frames) == nil })
    else { return [] }
    let isSlanted = wrong.allSatisfy {
      bare($0, slants) != nil && bare($0, [("**", "**"), ("__", "__")]) == nil
    }
    return setOff.map { option, bare in
      var found = Diagnostic(
        line: option.line, column: option.item.column,
        "all that is wrong is set off, so that what is right is seen at once",
        remedy: "write \(option.item.marker)[ ] \(bare)")
      if isSlanted { found.severity = .warning }
      return found
    }
  }
}

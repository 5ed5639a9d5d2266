import Notes

/// A fence of a question that is nearly the model's, and no language that exists.
enum FenceSlips {
  private static let languages: Set = ["mode", "modal", "module"]

  static func find(in section: QuestionSection) -> [Diagnostic] {
    unasked(section)
      + section.prompt.compactMap { block in
        guard case .code(let info, let text) = block.kind,
          let name = info.split(separator: " ").first.map(String.init), name != "model",
          !languages.contains(name),
          NearestWord.nearest(to: name, among: ["model"], within: 1) != nil,
          text.split(separator: "\n").contains(where: { $0.contains("=") || $0.contains(":") })
        else { return nil }
        // The text of a fence begins on the line below it.
        return Diagnostic(
          line: block.line - 1, column: 4, "there is no fence \(name)", remedy: "write model")
      }
  }

  /// The model's own where other answers stand below it, so that it is asked nothing.
  private static func unasked(_ section: QuestionSection) -> [Diagnostic] {
    guard section.answers?.list != nil || !section.blanks.isEmpty else { return [] }
    return section.prompt.compactMap { block in
      guard case .code(let info, let text) = block.kind, Block.fenceName(info) == "model",
        text.split(separator: "\n").contains(where: { $0.hasPrefix("ask") && $0.contains("=") })
      else { return nil }
      return Diagnostic(
        line: max(1, block.line - 1), column: 1,
        "this question has answers of its own, so that the model is asked nothing",
        remedy: "take this fence away, or the answers")
    }
  }
}

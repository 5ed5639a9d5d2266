import Formulas
import Notes

/// Names in formulas and draws that are none.
enum ParameterSlips {
  private static let constants: Set = ["e", "pi", "π"]

  /// Names that are none: such a question cannot be asked.
  static func find(in section: QuestionSection, _ source: QuestionSource) -> [Diagnostic] {
    late(section, source[section.line + 1] ?? "") + undrawn(section) + names(section).wrong
      + words(section)
  }

  /// Parameters that use one which is drawn after them.
  private static func late(_ section: QuestionSection, _ comment: String) -> [Diagnostic] {
    let parameters = section.directive.parameters
    return parameters.indices.flatMap { index in
      parameters[index].names.filter { name in
        parameters[(index + 1)...].contains { $0.name == name }
      }.map { name in
        Diagnostic(
          line: section.line + 1,
          "\(parameters[index].name) is drawn of \(name), which is drawn after it",
          remedy: "write \(setting(name, in: comment)) before "
            + setting(parameters[index].name, in: comment))
      }
    }
  }

  /// Parameters that are drawn of a name which is none: `q=ints(D,1,3)` beside `d`.
  private static func undrawn(_ section: QuestionSection) -> [Diagnostic] {
    let parameters = section.directive.parameters
    let known = parameters.map(\.name)
    return parameters.flatMap { parameter in
      // Words to choose from.
      if case .choice = parameter.rule, parameter.names.count > 1,
        !parameter.names.contains(where: { near($0, of: parameter, known) != nil })
      {
        return parameter.names.allSatisfy { known.contains($0) || constants.contains($0) }
          ? [] : [CommentSlips.drawnWords(line: section.line + 1)]
      }
      return parameter.names.filter { !known.contains($0) && !constants.contains($0) }.map { name in
        let near = near(name, of: parameter, known)
        return Diagnostic(
          line: section.line + 1, column: 1,
          "\(parameter.name) is drawn of \(name), which is none of the parameters",
          remedy: near.map { "write \($0) in place of \(name)" }
            ?? "write \(name)=int(1,9) before it, or a number in place of \(name)")
      }
    }
  }

  /// The parameter that a name in the rule of another is nearly.
  private static func near(
    _ name: String, of parameter: Directive.Parameter, _ known: [String]
  ) -> String? {
    let others = known.filter { $0 != parameter.name }
    return others.first { $0.lowercased() == name.lowercased() }
      ?? NearestWord.nearest(to: name, among: others, within: 1)
  }

  /// A parameter as the comment has it: `d=int(2,4)`.
  static func setting(_ name: String, in comment: String) -> String {
    guard let start = comment.firstRange(of: " \(name)=")?.lowerBound else { return "\(name)=…" }
    var depth = 0
    let written = comment[start...].dropFirst().prefix { character in
      if character == "(" { depth += 1 }
      if character == ")" { depth -= 1 }
      return depth > 0 || !character.isWhitespace
    }
    return depth == 0 ? String(written) : "\(name)=…"
  }

  /// Formulas that stand in an answer mark as words, for want of an equals sign.
  private static func words(_ section: QuestionSection) -> [Diagnostic] {
    let names = section.directive.parameters.map(\.name)
    guard !names.isEmpty else { return [] }
    return section.blanks.compactMap { index in
      guard case .blank(let written) = section.marks.all[index], !written.trimmed.hasPrefix("="),
        case let text = written.trimmed.drop(while: { ":=".contains($0) }).trimmed,
        let formula = try? Expression(text), !formula.names.isEmpty,
        formula.names.allSatisfy({ names.contains($0) || constants.contains($0) }),
        formula.names.contains(where: names.contains)
      else { return nil }
      let place = section.marks.place(of: index)
      return Diagnostic(
        line: place?.line ?? section.line, column: place?.column ?? 0,
        "an answer mark asks for these letters, and not for their value",
        remedy: "write [[= \(text)]]")
    }
  }

  /// Values whose formulas cannot be read: `{{= z(0)}}`.
  static func unread(in section: QuestionSection) -> [Diagnostic] {
    section.indexesOfMarks.compactMap { index in
      guard case .value(let text) = section.marks.all[index] else { return nil }
      let formula = text.trimmed.drop { $0 == "=" || $0 == " " }
      do throws(ExpressionProblem) {
        _ = try Expression(String(formula))
        return nil
      } catch {
        return section.problem(error.message, at: index, called: "a value")
      }
    }
  }

  /// The names that its formulas use, and those that are none.
  static func names(_ section: QuestionSection) -> (used: Set<String>, wrong: [Diagnostic]) {
    let names = section.directive.parameters.map(\.name)
    var used: Set<String> = []
    var found: [Diagnostic] = []
    /// What no other value shows is rather meant by a value.
    func unseen() -> [String] {
      let values = section.indexesShown.filter { !section.marks.all[$0].isBlank }
      let shown = Set(values.flatMap { section.marks.formula($0).1?.names ?? [] })
      return names.filter { !shown.contains($0) }
    }
    let uses = section.indexesOfMarks.compactMap { section.marks.formula($0).1?.names }
    for index in section.indexesOfMarks {
      let (source, formula) = section.marks.formula(index)
      guard let formula else {
        // What cannot be read may use any of them.
        if source != nil { used.formUnion(names) }
        continue
      }
      for name in formula.names {
        used.insert(name)
        guard !names.contains(name), !constants.contains(name) else { continue }
        let place = section.marks.place(of: index)
        // A letter that stands in several places is meant in each of them, where no other is left over.
        let isMeant =
          name.count == 1 && uses.count { $0.contains(name) } > 1
          && names.allSatisfy { other in uses.contains { $0.contains(other) } }
        let near =
          FormulaSpelling.powered(name)
          ?? EntrySpelling.entry(name, section.directive.parameters)
          ?? (section.marks.all[index].isBlank || isMeant
            ? nil : NearestWord.nearest(to: name, among: unseen()))
          ?? names.first { $0.lowercased() == name.lowercased() }
          // Of one letter each is as near as any other, and one that stands there too is no other.
          ?? (isMeant
            || name.count == 1
              && (names.count { $0.count == 1 } > 1
                || names.contains { $0.count == 1 && formula.names.contains($0) })
            ? nil : NearestWord.nearest(to: name, among: names))
        let others = names.count > 1 ? "one of \(names.joined(separator: ", ")), or " : ""
        found.append(
          Diagnostic(
            line: place?.line ?? section.line, column: place?.column ?? 0,
            name + ExpressionProblem.unknownName,
            remedy: near.map { "write \(place?.text.replacing(name: name, with: $0) ?? $0)" }
              ?? asked(formula, names, section)
              ?? "\(others.isEmpty ? "" : "write \(others)")\(section.drawn(name))\(asIs(index, names, section))"
          ))
      }
    }
    return (used, found)
  }

  /// What to write where no name is meant: signs in an answer mark of a question that draws nothing, or braces.
  private static func asIs(_ index: Int, _ names: [String], _ section: QuestionSection) -> String {
    guard case .blank(let text) = section.marks.all[index] else {
      return "; for braces as they are, \\{{ or code"
    }
    let signs = text.trimmed.drop { $0 == "=" || $0 == " " }
    return names.isEmpty && !signs.isEmpty ? "; to ask for these very signs, [[\(signs)]]" : ""
  }

  /// Where nothing is drawn, a word in braces is meant to be asked for, but for one that is computed with.
  private static func asked(
    _ formula: Expression, _ names: [String], _ section: QuestionSection
  ) -> String? {
    guard names.isEmpty, case .name(let word) = formula else { return nil }
    let computed = section.indexesOfMarks.filter { index in
      let (source, other) = section.marks.formula(index)
      return (source?.hasPrefix("=") == true || section.marks.all[index].isBlank)
        && other?.names.contains(word) == true
    }
    if let only = computed.first {
      guard computed.count == 1, section.marks.all[only].isBlank, word.count > 3,
        section.marks.formula(only).1 == formula
      else { return nil }
      return "write [[\(word)]] to ask for this word; or \(section.drawn(word))"
    }
    return "write [[\(word)]] to ask for it; for braces as they are, \\{{ or code"
  }
}

extension Marks {
  /// The formula of a mark, as it is written and as it is read; nil for words, and where it cannot be.
  func formula(_ index: Int) -> (source: String?, Expression?) {
    switch all[index] {
    case .value(let text):
      let text = text.trimmed
      return (text, try? Expression(text.hasPrefix("=") ? String(text.dropFirst()) : text))
    case .literal: return (nil, nil)
    case .blank(let text):
      guard text.trimmed.hasPrefix("=") else { return (nil, nil) }
      guard case .formula(let formula, _)? = try? BlankSource(text) else { return (text, nil) }
      return (text, formula)
    }
  }
}

extension QuestionSection {
  /// The numbers of the marks that are shown before an answer.
  var indexesShown: Set<Int> {
    let texts =
      [heading.plainText, prompt.plainText, answers?.plainText ?? ""] + hints.map(\.plainText)
    return Set(texts.flatMap { marks.indexes(in: $0) })
  }

  /// The numbers of all marks that stand in it.
  var indexesOfMarks: [Int] {
    let texts =
      [heading.plainText, prompt.plainText, explanation.plainText, answers?.plainText ?? ""]
      + hints.map(\.plainText)
    return Array(Set(texts.flatMap { marks.indexes(in: $0) })).sorted()
  }
}

extension Directive.Parameter {
  /// The names in its rule.
  var names: [String] {
    let parts: [Expression] =
      switch rule {
      case .int(let a, let b): [a, b]
      case .ints(let a, let b, let c): [a, b, c]
      case .mat(let a, let b, let c, let d): [a, b, c, d]
      case .choice(let all): all
      }
    return parts.flatMap(\.names)
  }
}

extension Expression {
  /// The names in it, from left to right.
  var names: [String] {
    switch self {
    case .number: []
    case .name(let name): [name]
    case .negative(let inner): inner.names
    case .operation(_, let left, let right): left.names + right.names
    case .list(let parts), .call(_, let parts): parts.flatMap(\.names)
    }
  }
}

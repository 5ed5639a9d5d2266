import Basics
import Formulas
import Inside
import Notes
import TextUI

/// What the model inside the program does with a text: the key is computed when the question is asked, and
/// the text is new each time.
package struct AskTheModel: QuestionKind {
  package static let name = "ask-the-model"
  package static let task = "say what the model does"
  package static let example = "```model\nask = next\nof = names, colour\n```"

  package static let isEasilyGuessed = true
  package static let isComputed = true
  package static var keys: [Shortcut] { table.all }
  private static let table = Choosing.table(AskTheModel.self)

  private let ask: ModelQuestion.Ask
  private let subjects: [ModelQuestion.Subject]

  package static func answers(in blocks: [Block], _ marks: Marks) throws(Diagnostic) -> Block? {
    blocks.first { block in
      guard case .code(let info, _) = block.kind else { return false }
      return Block.fenceName(info) == "model"
    }
  }

  package init?(_ section: QuestionSection) throws(Diagnostic) {
    guard let block = section.answers, case .code(let info, let text) = block.kind,
      Block.fenceName(info) == "model"
    else { return nil }
    let inputs = try Inputs(text: text, after: block.line - 1, indent: block.indent)
    func problem(
      _ message: String, remedy: String, of word: String? = nil, at key: String
    ) -> Diagnostic {
      var found = Diagnostic(.error, line: inputs.line(of: key), message, remedy: remedy)
      if let place = inputs.place(of: word, in: key) {
        (found.line, found.column) = (place.line, place.column)
      }
      return found
    }
    for entry in inputs.entries where !["ask", "of"].contains(entry.key) {
      let near = NearestWord.nearest(
        to: entry.key, among: ["ask", "of"].filter { inputs[$0] == nil }, within: 1)
      var found = problem(
        "model has no \(entry.key)",
        remedy: near.map { "write \($0) = \(entry.value)" }
          ?? "write ask = next and of = names, and no more",
        at: entry.key)
      (found.line, found.column) = (entry.line, entry.column)
      throw found
    }
    let kinds = ModelQuestion.Ask.allCases.map(\.rawValue)
    guard let ask = inputs["ask"].flatMap({ ModelQuestion.Ask(rawValue: $0.trimmed) }) else {
      let given = (inputs["ask"] ?? "").drop { "= ".contains($0) }.lowercased()
      // One of several, and one in quotes, is meant as it stands.
      let first = given.split { !$0.isLetter }.first.map(String.init) ?? given
      let near =
        NearestWord.nearest(to: given, among: kinds, within: 1)
        ?? NearestWord.nearest(to: first, among: kinds, within: 1)
      guard inputs["ask"] != nil else {
        throw Diagnostic(
          .error, line: max(1, block.line - 1),
          "this does not say what the model is asked",
          remedy: "write ask = next below it; there are "
            + kinds.joined(separator: ", "))
      }
      throw problem(
        "ask = \(inputs["ask"] ?? "") is nothing that the model can be asked",
        remedy: "write " + (near.map { "ask = \($0); there are " } ?? "")
          + "\(kinds.joined(separator: ", "))",
        at: "ask")
    }
    self.ask = ask
    let all = ModelQuestion.Subject.allCases
    var subjects: [ModelQuestion.Subject] = []
    for word in (inputs["of"] ?? all.map(\.rawValue).joined(separator: ",")).split(separator: ",") {
      guard let subject = ModelQuestion.Subject(rawValue: String(word).trimmed) else {
        // Another sign may part some that there are.
        let names = all.map(\.rawValue)
        let given = word.lowercased().split { !$0.isLetter }.map(String.init)
        let one = NearestWord.nearest(to: word.lowercased().trimmed, among: names)
        let near = given.allSatisfy(names.contains) ? given.joined(separator: ", ") : one
        throw problem(
          "of = \(String(word).trimmed) is no kind of text",
          remedy: "write " + (near.map { "of = \($0); there are " } ?? "")
            + names.joined(separator: ", "),
          of: String(word).trimmed, at: "of")
      }
      subjects.append(subject)
    }
    guard !subjects.isEmpty else {
      throw problem(
        "of = names no kind of text",
        remedy: "write \(all.map(\.rawValue).joined(separator: ", "))", at: "of")
    }
    // Their two texts end alike, so that nothing is brought from one to the other.
    if ask == .patch, inputs["of"] != nil, subjects.contains(.repeats) {
      let others = subjects.filter { $0 != .repeats }.map(\.rawValue)
      throw problem(
        "ask = patch has no texts of repeats",
        remedy: "write of = " + (others.isEmpty ? "names" : others.joined(separator: ", ")),
        of: "repeats", at: "of")
    }
    self.subjects = subjects
  }

  package var identity: [String] { [ask.rawValue] + subjects.map(\.rawValue) }

  package func form(_ draw: Draw) throws(ExpressionProblem) -> any AnswerForm {
    let file: ModelFile
    switch ShippedModel.file {
    case .success(let shipped): file = shipped
    case .failure(let problem): throw ExpressionProblem(problem.message)
    }
    guard let made = ModelQuestion.made(ask, of: subjects, seed: draw.shuffle, in: file) else {
      throw ExpressionProblem(
        "the model was sure of none of sixty texts", remedy: "give of = other kinds")
    }
    let items = made.choices.map { choice in
      Block.List.Item(
        task: choice.isRight,
        // What is right is explained after every answer.
        blocks: [.sentence(choice.label)]
          + (choice.isRight ? [] : [Block(.quote([.sentence(choice.reason)]))]))
    }
    return Choosing(
      options: try Options(Block.List(start: 1, isTight: true, items: items), draw),
      table: Self.table,
      asked: made.parts.map { part in
        switch part {
        case .sentence(let text): .sentence(text)
        case .read(let text): Block(.quote([.sentence(text)]))
        }
      },
      told: [.sentence(made.explanation)], figure: ("inside", Self.inputs(of: made)))
  }

  /// What opens the model at the text.
  private static func inputs(of made: ModelQuestion) -> String {
    let page =
      switch made.ask {
      case .next: "next"
      case .part: "without"
      case .place: "map"
      case .loss: "next"
      case .patch: "patch"
      }
    return
      (["text = \(made.text)", "show = \(page)"] + (made.second.map { ["second = \($0)"] } ?? [])
      + (made.part.map { ["head = \($0)"] } ?? [])).joined(separator: "\n")
  }
}

extension Block {
  fileprivate static func sentence(_ text: String) -> Block { Block(.paragraph([.text(text)])) }
}

import Formulas
import Notes
import Numerics

/// What is live in a lesson, and what is wrong with it.
package struct Findings: Sendable {
  /// A widget that the lesson opens.
  package struct Found: Sendable {
    /// Its kind.
    package let type: any Widget.Type
    /// What it opens with.
    package let inputs: Inputs
    /// The blocks it stands for; where empty, it stands before the block of that index.
    package let blocks: Range<Int>
    /// Whether its numbers are an example, and none of the lesson's.
    package var isExample = false
  }

  /// The widgets in order.
  package fileprivate(set) var widgets: [Found] = []
  /// What is wrong with fences that open nothing, each with the block it is.
  package fileprivate(set) var problems: [(block: Int, diagnostic: Diagnostic)] = []
  /// What is likely wrong with fences that open.
  package fileprivate(set) var doubts: [Diagnostic] = []
  /// Wrong calculations, each with the block it stands in.
  package fileprivate(set) var claims: [(block: Int, claim: Claim)] = []
}

/// Finds the widgets of a lesson: fences, vectors in code and formulas, topics.
package enum WidgetFinder {
  /// What a lesson's blocks hold; `before` is the number of the file's lines before the lesson.
  package static func find(in blocks: [Block], title: String, linesBefore before: Int = 0)
    -> Findings
  {
    var findings = Findings()
    var hasFence = false
    for (index, block) in blocks.enumerated() {
      if case .code(let info, let text) = block.kind {
        let name = Block.fenceName(info)
        if let meant = FenceNames.meant(by: name) ?? FenceNames.spelt(by: info) {
          let told = Diagnostic(
            line: before + block.line - 1, column: block.indent + 4,
            "there is no widget \(info.trimmed)",
            remedy: "write \(meant.name)")
          findings.problems.append((index, told))
          hasFence = true
          continue
        }
        if let slip = FenceNames.inside(info, text, line: before + block.line - 1) {
          findings.problems.append((index, slip))
          hasFence = true
          continue
        }
        if let type = type(info) {
          hasFence = true
          if let slip = FenceNames.inputs(behind: info, text, line: before + block.line - 1) {
            findings.problems.append((index, slip))
            continue
          }
          addFence(type, text, block, index, before, &findings)
          continue
        }
      } else {
        for text in [block].leafTexts {
          findings.claims += ClaimReader(text).claims.map { (index, $0) }
        }
      }
      addBound(block, index, &findings)
    }
    if !hasFence { addTopics(blocks, title, &findings) }
    return findings
  }

  /// Everything to report, with lines of the file.
  package static func diagnostics(_ findings: Findings, linesBefore before: Int) -> [Diagnostic] {
    findings.problems.map(\.diagnostic) + findings.doubts
      + findings.claims.map { _, claim in
        Diagnostic(.error, line: before + claim.line, claim.message, remedy: "correct the number")
      }
  }

  private static func type(_ info: String) -> (any Widget.Type)? {
    let name = Block.fenceName(info)
    return allWidgets.first { $0.name == name }
  }

  private static func addFence(
    _ type: any Widget.Type, _ text: String, _ block: Block, _ index: Int, _ before: Int,
    _ findings: inout Findings
  ) {
    let (inputs, unread) = Inputs.read(
      text, after: before + block.line - 1, indent: block.indent)
    var problems = unread
    // A line that is none may be the one that is missed.
    problems += type.problems(inputs).filter { unread.isEmpty || $0.line != inputs.line }
    if problems.isEmpty {
      findings.widgets.append(.init(type: type, inputs: inputs, blocks: index..<index + 1))
      findings.doubts += type.doubts(inputs)
    }
    findings.problems += problems.sorted { $0.line < $1.line }.map { (index, $0) }
  }

  /// The widget of the first binding that one takes, behind the block.
  private static func addBound(_ block: Block, _ index: Int, _ findings: inout Findings) {
    for binding in Binding.all(in: block) {
      let type: any Widget.Type
      let inputs: Inputs
      switch binding {
      case .attention(let query, let key, let value):
        type = AttentionWidget.self
        inputs = Inputs([
          "Q": Plain.text(query), "K": Plain.text(key), "V": Plain.text(value), "step": "1",
        ])
      case .dotProduct(let u, let v):
        type = DotProductWidget.self
        inputs = DotProductWidget.inputs(u.vector, v.vector)
      case .matrixProduct(let a, let b):
        type = MatrixProductWidget.self
        inputs = Inputs(["a": a.text, "b": b.text])
      }
      guard (try? type.init(inputs)) != nil else { continue }
      findings.widgets.append(.init(type: type, inputs: inputs, blocks: index + 1..<index + 1))
      return
    }
  }

  // MARK: Topics

  private static func addTopics(_ blocks: [Block], _ title: String, _ findings: inout Findings) {
    var headings = [title]
    for case .heading(_, let inlines) in blocks.lazy.map(\.kind) {
      // Most lessons begin with their own title.
      let heading = inlines.plainText
      if heading != title { headings.append(heading) }
    }
    for heading in headings {
      guard let type = topic(heading),
        !findings.widgets.contains(where: { $0.type.name == type.name })
      else { continue }
      let end = blocks.count..<blocks.count
      findings.widgets.append(
        .init(type: type, inputs: type.example, blocks: end, isExample: true))
    }
  }

  /// The widget whose longest topic a heading names.
  private static func topic(_ heading: String) -> (any Widget.Type)? {
    let words = words(heading)
    var best: (count: Int, type: any Widget.Type)?
    for (topic, type) in topics where topic.count > best?.count ?? 0 {
      let last = words.count - topic.count
      guard last >= 0 else { continue }
      if (0...last).contains(where: { words[$0..<$0 + topic.count] == topic[...] }) {
        best = (topic.count, type)
      }
    }
    return best?.type
  }

  /// The words of each topic of each widget.
  private static let topics = allWidgets.flatMap { type in
    type.topics.map { (words: words($0), type: type) }
  }

  private static func words(_ text: String) -> [String] {
    let text = text.lowercased()
    // Nearly all are ASCII, and most of those that are looked at before the first frame.
    if text.utf8.count <= mostBytes, text.utf8.allSatisfy({ $0 < 0x80 }) {
      return text.utf8.split { !(0x61...0x7A ~= $0 || 0x30...0x39 ~= $0) }
        .map { String(Substring($0)) }
    }
    return text.prefix(mostBytes).unicodeScalars.split { scalar in
      switch scalar {
      case "a"..."z", "0"..."9": false
      default: scalar.isASCII || !scalar.properties.isAlphabetic
      }
    }.map(String.init)
  }

  /// No topic is as long.
  private static let mostBytes = 400
}
